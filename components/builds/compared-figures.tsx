import { ATTRIBUTE_NAMES, attributeUnit, type NamedAttribute } from "#lib/engine/attribute-names.ts";
import type { ExplainedScenario } from "#lib/engine/build-damage.ts";
import type { LoadoutNumbers } from "#lib/engine/loadout-numbers.ts";

const ATTRIBUTES = [
  "power",
  "criticalChance",
  "criticalDamage",
  "conditionDamage",
  "conditionDuration",
  "boonDuration",
  "healingPower",
  "armor",
  "health",
] as const satisfies readonly NamedAttribute[];

interface Row {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly unit: "points" | "percent";
}

/** Figures as saved, with the changed assumptions, and the difference. Attributes as averages over the scenarios. */
export function ComparedFigures({ before, after }: { before: LoadoutNumbers; after: LoadoutNumbers }) {
  const rows: readonly Row[] = [
    { name: "Damage per second", before: before.combat.damage, after: after.combat.damage, unit: "points" },
    {
      name: "Effective health",
      before: mean(before, ({ indicators }) => indicators.effectiveHealth),
      after: mean(after, ({ indicators }) => indicators.effectiveHealth),
      unit: "points",
    },
    { name: "Reference heal", before: before.combat.healing, after: after.combat.healing, unit: "points" },
    ...ATTRIBUTES.map((id) => ({
      name: ATTRIBUTE_NAMES[id],
      unit: attributeUnit(id),
      before: mean(before, ({ attributes }) => attributes[id].value),
      after: mean(after, ({ attributes }) => attributes[id].value),
    })),
  ];
  return (
    <table className="w-full text-sm tabular-nums">
      <thead>
        <tr className="border-b border-line text-left text-ink-soft">
          <th scope="col" className="py-1.5 font-normal">
            In combat
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right font-normal">
            Stated
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right font-normal">
            Now
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right font-normal">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before: stated, after: now, unit }) => (
          <tr key={name} className="border-b border-line last:border-0">
            <th scope="row" className="py-1.5 text-left font-normal">
              {name}
            </th>
            <td className="py-1.5 pl-3 text-right text-ink-soft">{figure(stated, unit)}</td>
            <td className="py-1.5 pl-3 text-right">{figure(now, unit)}</td>
            <td className={`py-1.5 pl-3 text-right ${tone(now - stated)}`}>{change(now - stated, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function mean({ combat }: LoadoutNumbers, read: (scenario: ExplainedScenario) => number): number {
  return combat.scenarios.reduce((sum, scenario) => sum + scenario.fraction * read(scenario), 0);
}

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

function figure(value: number, unit: Row["unit"]): string {
  if (unit === "percent") return `${FINE.format(value * 100)} %`;
  return Math.abs(value) >= 1000 ? WHOLE.format(value) : FINE.format(value);
}

function change(difference: number, unit: Row["unit"]): string {
  const text = figure(difference, unit);
  if (/^-?0( %)?$/.test(text)) return "–";
  return difference > 0 ? `+${text}` : text;
}

function tone(difference: number): string {
  if (Math.abs(difference) < 1e-9) return "text-ink-faint";
  return difference > 0 ? "text-good" : "text-bad";
}
