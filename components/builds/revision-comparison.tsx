import { Card } from "#components/ui/card.tsx";
import type { RevisionComparison } from "#lib/builds/view.ts";

/** In what two revisions differ, line by line. */
export function RevisionComparisonTable({ comparison }: { comparison: RevisionComparison }) {
  const { from, to, differences } = comparison;
  return (
    <Card className="mb-6" aria-labelledby="comparison">
      <h2 id="comparison" className="mb-3 text-xl">
        From revision {from} to revision {to}
      </h2>
      {differences.length === 0 ? (
        <p className="text-ink-soft">They hold the same.</p>
      ) : (
        <table className="w-full table-fixed text-left text-sm">
          <thead className="text-ink-faint">
            <tr>
              <th scope="col" className="pb-2 font-medium">
                What
              </th>
              <th scope="col" className="pb-2 font-medium">
                Revision {from}
              </th>
              <th scope="col" className="pb-2 font-medium">
                Revision {to}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ what, before, after }) => (
              <tr key={what} className="border-t border-line align-top">
                <th scope="row" className="py-2 pr-3 font-normal break-words text-ink-soft">
                  {what}
                </th>
                <td className="py-2 pr-3 break-words">{before ?? <Nothing />}</td>
                <td className="py-2 break-words">{after ?? <Nothing />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Nothing() {
  return <span className="text-ink-faint">nothing</span>;
}
