import { ATTRIBUTE_NAMES } from "#lib/engine/attribute-names.ts";
import type { CalculationInput } from "#lib/engine/build-damage.ts";
import { MARGINAL_STEPS, marginalValues } from "#lib/engine/marginal-values.ts";

const FINE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2, signDisplay: "exceptZero" });

/** What one and five more points of each attribute add to damage per second. */
export function MarginalTable({ input }: { input: CalculationInput }) {
  const values = marginalValues(input);
  if (!values.ok) return <p className="text-sm text-ink-soft">{values.error.message}</p>;
  const worth = values.value.filter(({ gains }) => gains.some(({ damage }) => damage !== 0));
  if (worth.length === 0) return null;
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="mb-1 text-left text-sm text-ink-soft">
        What more points are worth, in damage per second
      </caption>
      <thead>
        <tr className="border-b border-line text-left text-ink-soft">
          <th scope="col" className="py-1.5 font-normal">
            Attribute
          </th>
          {MARGINAL_STEPS.map((step) => (
            <th key={step} scope="col" className="py-1.5 text-right font-normal">
              +{step}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {worth.map(({ attribute, gains }) => (
          <tr key={attribute} className="border-b border-line last:border-0">
            <th scope="row" className="py-1.5 text-left font-normal">
              {ATTRIBUTE_NAMES[attribute]}
            </th>
            {gains.map(({ points, damage }) => (
              <td key={points} className="py-1.5 text-right">
                {FINE.format(damage)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
