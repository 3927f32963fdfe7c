import { BOONS } from "#lib/engine/attribute-ids.ts";
import type { Amount, MechanicEntry } from "#lib/engine/mechanics.ts";
import type { LoadoutInput } from "../loadout.ts";
import { BOON_MAXIMUM, CONDITION_MAXIMUM, CONDITIONS, MAX_EFFECTS } from "../loadout-assumptions.ts";
import type { Draw } from "./draw.ts";

interface ChosenLines {
  readonly lines: readonly number[];
  readonly traits: readonly number[];
  readonly draw: Draw;
}

/** Every boon and condition, and an amount for every effect of the chosen traits that has one. */
export function legalAssumptions(
  entries: readonly MechanicEntry[],
  { lines, traits, draw }: ChosenLines,
): LoadoutInput["assumptions"] {
  const adjustable = entries.filter(
    ({ kind, minor, gw2id, amount, specialization }) =>
      kind === "trait" &&
      amount !== undefined &&
      specialization !== undefined &&
      lines.includes(specialization.id) &&
      (minor === true || (gw2id !== undefined && traits.includes(gw2id))),
  );
  return {
    boons: Object.fromEntries(BOONS.map((name) => [name, upTo(BOON_MAXIMUM[name], draw)])),
    targetConditions: Object.fromEntries(
      CONDITIONS.map((name) => [name, upTo(Math.min(CONDITION_MAXIMUM[name], 100), draw)]),
    ),
    effects: Object.fromEntries(
      adjustable
        .slice(0, MAX_EFFECTS)
        .map(({ id, amount }) => [id, upTo(amount ? maximumOf(amount) : 1, draw)]),
    ),
    enemyArmor: draw.between(1000, 4000),
    movingFraction: draw.between(0, 100) / 100,
    attacksPerSecond: draw.between(0, 20) / 10,
    allies: draw.between(0, 9),
  };
}

/** Within the unit. */
function maximumOf({ unit, default: usual, per }: Amount): number {
  return unit === "percent" ? 100 : Math.max(usual, per, 1);
}

/** Often all of it, else with up to two decimals. */
function upTo(max: number, draw: Draw): number {
  return draw.chance(50) ? max : Math.floor((max * draw.between(0, 100) * 100) / 100) / 100;
}
