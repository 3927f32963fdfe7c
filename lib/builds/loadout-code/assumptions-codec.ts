import { BOONS } from "#lib/engine/attribute-ids.ts";
import {
  type Assumptions,
  BOON_MAXIMUM,
  CONDITION_MAXIMUM,
  CONDITIONS,
  MAX_EFFECTS,
} from "../loadout-assumptions.ts";
import {
  type Codec,
  fields,
  figure,
  figureUpTo,
  list,
  partial,
  text,
  uint,
  unless,
  unlessUsual,
} from "./codec.ts";
import { effectCode, effectOfCode } from "./effect-codes.ts";

type Effects = Assumptions["effects"];

/** Part of the format of version 1, whatever the app's defaults become. */
const USUAL = { enemyArmor: 2597, movingFraction: 0, attacksPerSecond: 0, allies: 4 } as const;

const MAX_EFFECT_ID = 80;

/** An effect whose id has no number: its id in letters. */
const namedEffect = fields<{ id: string; amount: number }>({ id: text(MAX_EFFECT_ID), amount: figure });

/** The distance to the number of the effect before it, less one; then the amount. */
const numberedEffect = fields<{ gap: number; amount: number }>({ gap: uint(5), amount: figure });

const numberedEffects = list(numberedEffect, 3, MAX_EFFECTS);
const namedEffects = list(namedEffect, 1, MAX_EFFECTS);

/** Effects with a number, ascending; then the others by id. */
const effects: Codec<Effects> = {
  write: (out, value) => {
    const all = Object.entries(value).map(([id, amount]) => ({ id, amount, code: effectCode(id) }));
    let last = 0;
    const numbered = all
      .flatMap(({ code, amount }) => (code === undefined ? [] : [{ code, amount }]))
      .sort((a, b) => a.code - b.code)
      .map(({ code, amount }) => {
        const gap = code - last - 1;
        last = code;
        return { gap, amount };
      });
    numberedEffects.write(out, numbered);
    const named = all.filter(({ code }) => code === undefined);
    namedEffects.write(
      out,
      named.sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  },
  read: (from) => {
    let code = 0;
    const numbered = numberedEffects.read(from).map(({ gap, amount }) => {
      code += gap + 1;
      const id = effectOfCode(code);
      if (id === undefined) from.fail(`it holds an effect this version of the app does not know (${code})`);
      return [id ?? "", amount] as const;
    });
    const named = namedEffects.read(from).map(({ id, amount }) => [id, amount] as const);
    return Object.fromEntries([...numbered, ...named]);
  },
};

const boons: Codec<Assumptions["boons"]> = partial(
  BOONS.map((boon) => [boon, figureUpTo(BOON_MAXIMUM[boon])] as const),
);

const targetConditions: Codec<Assumptions["targetConditions"]> = partial(
  CONDITIONS.map((condition) => [condition, figureUpTo(CONDITION_MAXIMUM[condition])] as const),
);

export const assumptions = fields<Assumptions>({
  boons: unless(() => ({}), isEmpty, boons),
  targetConditions: unless(() => ({}), isEmpty, targetConditions),
  effects: unless(() => ({}), isEmpty, effects),
  enemyArmor: unlessUsual(USUAL.enemyArmor, uint(12)),
  movingFraction: unlessUsual(USUAL.movingFraction, figure),
  attacksPerSecond: unlessUsual(USUAL.attacksPerSecond, figure),
  allies: unlessUsual(USUAL.allies, uint(4)),
});

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
