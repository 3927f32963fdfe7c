import { WEAPONS } from "#lib/catalog/schema.ts";
import { BOONS } from "#lib/engine/attribute-ids.ts";
import { RARITIES, TEMPLATE_SETUPS } from "#lib/engine/mechanics.ts";
import { GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import { GEAR_SLOTS, type Loadout, type LoadoutInput, loadoutSchema } from "../loadout.ts";
import {
  BOON_MAXIMUM,
  CONDITION_MAXIMUM,
  CONDITIONS,
  MAX_AMOUNT,
  MAX_EFFECTS,
} from "../loadout-assumptions.ts";
import { EFFECT_IDS } from "../loadout-code/effect-ids.ts";
import { MAX_ID } from "../loadout-fields.ts";
import { STAT_SETS } from "../stat-sets.ts";
import { type Draw, drawFrom } from "./draw.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-:";

/**
 * Any loadout that the schema accepts, sense or not: partial, full, with ids that nothing has, at the limits of every
 * field. The same for the same seed.
 */
export function anyLoadout(seed: number): Loadout {
  return loadoutSchema.parse(anyInput(drawFrom(seed)));
}

function anyInput(draw: Draw): LoadoutInput {
  /** How much of it is filled, from nothing to all. */
  const filled = draw.pick([0, 30, 70, 100]);
  const perhaps = <Value>(make: () => Value): Value | undefined => (draw.chance(filled) ? make() : undefined);
  const orNone = <Value>(make: () => Value): Value | null => (draw.chance(filled) ? make() : null);
  const id = () => anyId(draw);
  const slots = (max: number) => Array.from({ length: draw.between(0, max) }, () => orNone(id));
  const two = (): [number | null, number | null] => [orNone(id), orNone(id)];
  const three = (): [number | null, number | null, number | null] => [orNone(id), orNone(id), orNone(id)];
  const legends = (): [number | null, number | null] => [
    orNone(() => draw.between(1, 255)),
    orNone(() => draw.between(1, 255)),
  ];
  const bar = () => perhaps(() => ({ heal: orNone(id), utility: three(), elite: orNone(id) }));
  const line = () => orNone(() => ({ id: id(), traits: three() }));
  const piece = () => ({
    statSet: orNone(() => draw.pick(STAT_SETS)),
    rarity: draw.pick(RARITIES),
    infusions: slots(3),
  });
  const weapon = () =>
    orNone(() => ({ ...piece(), type: draw.pick(WEAPONS), sigils: slots(2), infusions: slots(2) }));
  const set = () => ({ main: weapon(), off: weapon() });
  const runes = () => (draw.chance(50) ? id() : Array.from({ length: 6 }, () => orNone(id)));
  return {
    version: 1,
    profession: draw.pick(PROFESSIONS),
    mode: perhaps(() => draw.pick(GAME_MODES)),
    specializations: [line(), line(), line()],
    skills: { terrestrial: bar(), aquatic: bar() },
    weapons: { a: set(), b: set(), aquaticA: set(), aquaticB: set() },
    skillOverrides: perhaps(() => Array.from({ length: draw.between(0, draw.pick([1, 5, 32])) }, id)),
    pets: orNone(() => ({ terrestrial: two(), aquatic: two() })),
    legends: orNone(() => ({
      terrestrial: legends(),
      aquatic: legends(),
      inactiveUtility: { terrestrial: three(), aquatic: three() },
    })),
    equipment: {
      pieces: Object.fromEntries(
        GEAR_SLOTS.flatMap((slot) => (draw.chance(filled) ? [[slot, piece()]] : [])),
      ),
      runes: orNone(runes),
      relic: orNone(id),
      food: orNone(id),
      utility: orNone(id),
      jadeBotCore: orNone(() => draw.between(1, 10)),
      pvpAmulet: orNone(id),
    },
    template: orNone(() => ({
      id: draw.pick([...LETTERS].slice(0, 62)) + anyText(draw, 63),
      setup: draw.pick(TEMPLATE_SETUPS),
    })),
    assumptions: perhaps(() => anyAssumptions(draw, filled)),
  };
}

function anyAssumptions(draw: Draw, filled: number): LoadoutInput["assumptions"] {
  const some = <Name extends string>(names: readonly Name[], maximum: Readonly<Record<Name, number>>) =>
    Object.fromEntries(
      names.flatMap((name) => (draw.chance(filled) ? [[name, anyFigure(draw, maximum[name])]] : [])),
    );
  const count = draw.between(0, draw.pick([0, 3, 20, MAX_EFFECTS]));
  const effects = Array.from({ length: count }, () => [
    draw.chance(90) ? draw.pick(EFFECT_IDS) : `trait:${draw.pick(["x", "guardian:"])}${anyText(draw, 60)}Z`,
    anyFigure(draw, draw.pick([1, 10, 100, MAX_AMOUNT])),
  ]);
  return {
    boons: some(BOONS, BOON_MAXIMUM),
    targetConditions: some(CONDITIONS, CONDITION_MAXIMUM),
    effects: Object.fromEntries(effects),
    enemyArmor: draw.chance(50) ? undefined : draw.between(1, 100_000),
    movingFraction: draw.chance(50) ? undefined : anyFigure(draw, 1),
    attacksPerSecond: draw.chance(50) ? undefined : anyFigure(draw, 10),
    allies: draw.chance(50) ? undefined : draw.between(0, 49),
  };
}

/** Mostly of the size that the game's ids have, now and then at the limits. */
function anyId(draw: Draw): number {
  return draw.between(1, draw.pick([1, 100, 3000, 80_000, 130_000, 262_144, MAX_ID]));
}

function anyFigure(draw: Draw, max: number): number {
  const scale = draw.pick([1, 10, 100, 1000]);
  return draw.chance(20) ? max : draw.between(0, max * scale) / scale;
}

function anyText(draw: Draw, maxLength: number): string {
  return Array.from({ length: draw.between(0, maxLength) }, () => draw.pick([...LETTERS])).join("");
}
