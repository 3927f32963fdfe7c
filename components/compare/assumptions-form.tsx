import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import {
  AMOUNT_FIELDS,
  type AmountField,
  amountsOf,
  BOON_PRESETS,
  type BoonPreset,
  type CompareQuery,
  compareHref,
  DAMAGE_BASES,
  type DamageBasis,
} from "#lib/builds/compare/schema.ts";
import { GAME_MODE_NAMES, GAME_MODES, type GameMode } from "#lib/shared/game.ts";
import { KeptFields } from "./kept-fields.tsx";

const PRESET_NAMES = {
  measured: "As measured rotations",
  none: "No boons",
  full: "All boons",
} as const satisfies Record<BoonPreset, string>;

const BASIS_NAMES = {
  alike: "Alike for all",
  estimate: "Estimates",
  own: "Best known of each",
} as const satisfies Record<DamageBasis, string>;

/** Mode, boons and enemy that hold for every build, stated and changeable. */
export function AssumptionsForm({
  query,
  mode,
  statement,
}: {
  query: CompareQuery;
  mode: GameMode;
  /** Where the damage comes from. */
  statement: string;
}) {
  const changed = compareHref(query) !== compareHref(query, { preset: query.preset });
  return (
    <Card aria-labelledby="assumptions" className="flex flex-col gap-4">
      <h2 id="assumptions" className="text-xl">
        The same for all
      </h2>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Choice
          label="Game mode"
          options={GAME_MODES.map((other) => ({
            name: GAME_MODE_NAMES[other],
            href: compareHref(query, { mode: other }),
            isChosen: other === mode,
          }))}
        />
        <Choice
          label="Boons"
          options={BOON_PRESETS.map((preset) => ({
            name: PRESET_NAMES[preset],
            href: compareHref(query, { preset }),
            isChosen: preset === query.preset && !changed,
          }))}
        />
        <Choice
          label="Damage"
          options={DAMAGE_BASES.map((damage) => ({
            name: BASIS_NAMES[damage],
            href: compareHref(query, { damage }),
            isChosen: damage === query.damage,
          }))}
        />
      </div>
      <p className="max-w-prose text-sm text-ink-soft">
        {assumptionsText(query)} {statement} How often a build’s own traits act stays as the build says.
      </p>
      <Amounts query={query} isOpen={changed} />
    </Card>
  );
}

interface Option {
  readonly name: string;
  readonly href: string;
  readonly isChosen: boolean;
}

function Choice({ label, options }: { label: string; options: readonly Option[] }) {
  return (
    <nav aria-label={label} className="text-sm">
      <p className="mb-1 text-ink-faint" aria-hidden>
        {label}
      </p>
      <ul className="flex flex-wrap rounded-lg border border-line-strong p-0.5">
        {options.map(({ name, href, isChosen }) => (
          <li key={name}>
            <a
              href={href}
              aria-current={isChosen ? "true" : undefined}
              className={classNames(
                "block rounded-md px-3 py-1.5",
                isChosen ? "bg-accent text-accent-ink" : "text-ink-soft hover:text-ink",
              )}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Amounts({ query, isOpen }: { query: CompareQuery; isOpen: boolean }) {
  const amounts = amountsOf(query.assumptions);
  return (
    <details open={isOpen} className="border-t border-line pt-3 text-sm">
      <summary className="text-ink-soft">Change single boons and the enemy</summary>
      <form action="/compare" method="get" className="mt-3">
        <KeptFields query={query} without={AMOUNT_FIELDS.map(({ name }) => name)} />
        <input type="hidden" name="set" value="1" />
        <div className="grid gap-3 xs:grid-cols-2 md:grid-cols-3 lg:grid-cols-4">
          {AMOUNT_FIELDS.map((field) => (
            <div key={field.name} className="flex flex-col justify-end gap-1.5">
              <label htmlFor={`amount-${field.name}`} className="text-ink-soft">
                {field.label}
              </label>
              <AmountInput field={field} amount={amounts[field.name] ?? 0} />
            </div>
          ))}
        </div>
        <Button type="submit" className="mt-4">
          Compare under these
        </Button>
      </form>
    </details>
  );
}

function AmountInput({ field: { name, max }, amount }: { field: AmountField; amount: number }) {
  const shared = { id: `amount-${name}`, name, defaultValue: amount, className: INPUT_CLASS };
  if (max === 1) {
    return (
      <select {...shared}>
        <option value="0">No</option>
        <option value="1">Yes</option>
      </select>
    );
  }
  return <input type="number" min={0} max={max} step="any" inputMode="decimal" {...shared} />;
}

const WHOLE = new Intl.NumberFormat("en-US");

/** The assumptions in words: what is there, not what is not. */
function assumptionsText({ assumptions }: CompareQuery): string {
  const { boons, vulnerability, reinforcedArmor, enemyArmor, allies } = assumptions;
  const given = Object.entries(boons).flatMap(([boon, amount]) =>
    amount > 0 ? [boonText(boon, amount)] : [],
  );
  const extras = reinforcedArmor ? [...given, "Reinforced Armor"] : given;
  const parts = [
    extras.length > 0 ? extras.join(", ") : "No boons",
    `${WHOLE.format(allies)} allies in reach`,
    `an enemy of ${WHOLE.format(enemyArmor)} armor with ${vulnerability > 0 ? `${vulnerability} stacks of vulnerability` : "no conditions"}`,
    assumptions.movingFraction > 0 && `moving ${Math.round(assumptions.movingFraction * 100)} % of the time`,
    assumptions.attacksPerSecond > 0 && `${assumptions.attacksPerSecond} skills a second`,
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}

function boonText(boon: string, amount: number): string {
  const name = `${boon[0]?.toUpperCase()}${boon.slice(1)}`;
  if (boon === "might" || boon === "stability") return `${amount} ${name}`;
  return amount === 100 ? name : `${name} ${amount} %`;
}
