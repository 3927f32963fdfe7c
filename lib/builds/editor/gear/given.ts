import type { Item, ItemBonus } from "#lib/catalog/schema.ts";
import type { GearAttribute } from "#lib/engine/attribute-ids.ts";
import { ATTRIBUTE_NAMES, attributeName } from "#lib/engine/attribute-names.ts";
import type { MechanicEntry } from "#lib/engine/mechanics.ts";
import { factLines, figure } from "../../fact-lines.ts";

/** One thing that equipment gives. */
export interface Given {
  /** What changes, for instance `Power` or `Burning Duration`. */
  readonly what: string;
  /** For instance `+175 Power` or `+10 % Burning Duration`. */
  readonly text: string;
  /** Points or percent; 0 where it is no plain amount. */
  readonly value: number;
}

/**
 * What an item gives, with what has nothing to do with fighting last. A rune is taken six times. Where the item itself
 * says nothing, what the engine's entries of it do.
 */
export function givenByItem(item: Item, entries: readonly MechanicEntry[]): readonly Given[] {
  const bonuses = item.group === "rune" || item.group === "pvpRune" ? added(item.bonuses) : item.bonuses;
  const given = [
    ...(bonuses ?? []).map(givenByBonus),
    ...(item.proc ? [givenByProc(item.proc)] : []),
    ...givenByFacts(item),
  ];
  const known = given.length > 0 ? given : entries.flatMap(givenByEntry);
  return known.toSorted((a, b) => Number(isOfWealth(a)) - Number(isOfWealth(b)));
}

function givenByEntry({ effects, situation }: MechanicEntry): Given[] {
  const when = situation ? ` (${situation})` : "";
  const shown = effects.pve.filter(({ target }) => !/^(coefficient|dps|rule)\./.test(target));
  return shown.map((effect) => {
    const what = targetName(effect.target);
    const unit = effect.unit === "percent" ? " %" : "";
    if (effect.op === "convert" || effect.op === "convertLate") {
      return {
        what,
        text: `${figure(effect.value)} % of ${targetName(effect.from)} as ${what}${when}`,
        value: 0,
      };
    }
    const sign = effect.value > 0 ? "+" : "";
    return { what, text: `${sign}${figure(effect.value)}${unit} ${what}${when}`, value: effect.value };
  });
}

/** "conditionDuration.burning" is "Burning Duration", "damage.strike" is "Strike Damage". */
function targetName(target: string): string {
  const [first = "", second] = target.split(".");
  if (second === undefined) return attributeName(first) ?? titled(first);
  return first === "damage"
    ? `${titled(second)} Damage`
    : `${titled(second)} ${titled(first).split(" ").at(-1)}`;
}

function titled(id: string): string {
  const spaced = id.replace(/([a-z])([A-Z])/g, "$1 $2");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What is given, in one line; experience and gold only where there is nothing else. */
export function givenText(given: readonly Given[]): string {
  const ofFighting = given.filter((one) => !isOfWealth(one));
  return (ofFighting.length > 0 ? ofFighting : given).map(({ text }) => text).join(", ");
}

/** Points that a piece gives. */
export function givenPoints(points: ReadonlyMap<GearAttribute, number>): readonly Given[] {
  return [...points].map(([attribute, value]) => {
    const what = ATTRIBUTE_NAMES[attribute];
    return { what, text: `+${value} ${what}`, value };
  });
}

/** Bonuses of the same kind as one, at the place of the first. */
function added(bonuses: readonly ItemBonus[] = []): readonly ItemBonus[] {
  const sums = new Map<string, ItemBonus>();
  for (const [position, bonus] of bonuses.entries()) {
    const { effect, value, percent, from, chance } = bonus;
    const isPlain = value !== undefined && from === undefined && chance === undefined;
    const key = isPlain ? `${effect} ${percent ?? ""}` : String(position);
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, value: (sum.value ?? 0) + (value ?? 0) } : bonus);
  }
  return [...sums.values()];
}

function givenByBonus({ effect, attribute, value, percent, from, chance }: ItemBonus): Given {
  const unit = percent ? " %" : "";
  if (from !== undefined && value !== undefined) {
    const source = attributeName(from) ?? from;
    return { what: effect, text: `${figure(value)} % of ${source} as ${effect}`, value: 0 };
  }
  const amount = value === undefined ? "" : `${value > 0 ? "+" : ""}${figure(value)}${unit} `;
  const odds = chance === undefined ? "" : `${figure(chance)} % chance: `;
  const isPlain = attribute !== undefined || percent === true;
  return { what: effect, text: `${odds}${amount}${effect}`, value: isPlain ? (value ?? 0) : 0 };
}

const TRIGGERS = {
  crit: "on critical hit",
  strike: "on hit",
  swap: "on weapon swap",
  control: "on control",
  kill: "on kill",
} as const;

const PROC_EFFECTS = {
  strike: "Strike",
  condition: "Condition",
  "strike-condition": "Strike and condition",
  "next-hit-condition": "Condition with the next hit",
  endurance: "Endurance",
  severance: "Severance",
  heal: "Healing",
  boon: "Boon",
} as const;

function givenByProc({ trigger, effect, status, stacks }: NonNullable<Item["proc"]>): Given {
  const what = status ?? PROC_EFFECTS[effect];
  return { what, text: `${stacks && stacks > 1 ? `${stacks} ` : ""}${what} ${TRIGGERS[trigger]}`, value: 0 };
}

/** What says how, not what: of no use in a list to choose from. */
const CIRCUMSTANCES =
  /^(recharge|radius|range|number of|interval|duration|pulses|maximum|minimum|threshold)/i;

function givenByFacts({ facts }: Item): Given[] {
  return factLines(facts ?? [])
    .filter(({ label }) => !CIRCUMSTANCES.test(label))
    .map(({ label, value }) => ({ what: label, text: value ? `${label}: ${value}` : label, value: 0 }));
}

/** Experience, gold and luck. */
function isOfWealth({ what }: Given): boolean {
  return /experience|karma|magic find|gold|wxp|fishing/i.test(what);
}
