import { Card } from "#components/ui/card.tsx";
import type { NotModelledView } from "#lib/builds/not-modelled-view.ts";

/** What the numbers leave out, and how old their data is: listed openly, never dropped. */
export function NotModelledPanel({
  notModelled: { modelled, groups, limits, inactive },
  notKnown,
  dataDate,
}: {
  notModelled: NotModelledView;
  /** What the facts of the support output do not tell. */
  notKnown: readonly string[];
  dataDate: string | null;
}) {
  const missing = groups.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <Card className="sm:p-6">
      <h3 className="text-lg">What is not modelled</h3>
      <p className="mt-1 text-sm text-ink-soft">
        {modelled} effects act in the attributes and damage above; {missing} traits and items of this build do
        not act there. Game data of {dataDate ?? "unknown date"}.
      </p>
      <div className="mt-3 flex flex-col gap-2 text-sm">
        {groups.map(({ reason, names }) => (
          <p key={reason}>
            <span className="text-ink-soft">{reason}</span> {names.join(", ")}.
          </p>
        ))}
        {limits.map((limit) => (
          <p key={limit} className="text-ink-soft">
            {limit}
          </p>
        ))}
        {inactive.length > 0 && (
          <details>
            <summary className="text-ink-soft">Modelled, but not acting now ({inactive.length})</summary>
            <ul className="mt-2 list-disc pl-5">
              {inactive.map(({ name, reason }) => (
                <li key={name}>
                  {name}: <span className="text-ink-soft">{reason}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
        {notKnown.length > 0 && (
          <details>
            <summary className="text-ink-soft">
              What the game data does not tell about support ({notKnown.length})
            </summary>
            <ul className="mt-2 list-disc pl-5 text-ink-soft">
              {notKnown.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  );
}
