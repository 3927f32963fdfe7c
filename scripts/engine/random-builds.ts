/** Random builds from the real mechanics, the same for the same seed: what the engine's properties are tried on. */
import { loadGearTables, loadMechanicsIndex, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import { GEAR_ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import type { CalculationInput } from "#lib/engine/build-damage.ts";
import type { WornPiece } from "#lib/engine/equipment.ts";
import type { Calculated } from "#lib/engine/failures.ts";
import { equipmentSlots } from "#lib/engine/gear-choice.ts";
import type {
  CalculatedMode,
  EntryUse,
  ExtraSlot,
  GearSlot,
  MechanicEntry,
  MechanicKind,
  Rarity,
  Template,
} from "#lib/engine/mechanics.ts";
import { type EngineData, inputOfTemplateBuild, type TemplateBuild } from "#lib/engine/template-damage.ts";
import type { Profession } from "#lib/shared/game.ts";
import { seededNumbers } from "./seeded-numbers.ts";

type Next = (limit: number) => number;

function pick<Value>(next: Next, values: readonly Value[]): Value {
  const value = values[next(values.length)];
  if (value === undefined) throw new Error("Nothing to pick from.");
  return value;
}

/** Remembers what a function gave for an argument; the real data never changes within a run. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

const entriesOfKind = remembered((kind: MechanicKind) =>
  loadMechanicsIndex().mechanics.entries.filter((entry) => entry.kind === kind),
);

/** What may act on any build of a profession: boons, conditions and the like, its own traits and skills. */
const entriesBesides = remembered((profession: Profession) =>
  loadMechanicsIndex().mechanics.entries.filter(
    (entry) =>
      ["boon", "condition", "aura", "effect", "other"].includes(entry.kind) ||
      entry.profession === profession,
  ),
);

const EXTRA_KINDS: Readonly<Record<ExtraSlot, MechanicKind>> = {
  rune: "rune",
  relic: "relic",
  sigil1: "sigil",
  sigil2: "sigil",
  food: "food",
  utility: "utility",
};

export function realData(): EngineData {
  return { index: loadMechanicsIndex(), tables: loadGearTables() };
}

/** A template with random gear, infusions, extras, further effects and target. */
export function randomBuild(seed: number, mode: CalculatedMode): TemplateBuild {
  const next = seededNumbers(seed);
  const template = pick(next, loadTemplates());
  const extras = Object.fromEntries(
    Object.entries(EXTRA_KINDS).flatMap(([slot, kind]) =>
      next(5) === 0 ? [] : [[slot, randomUse(next, entriesOfKind(kind))]],
    ),
  );
  const others = entriesBesides(template.profession);
  return {
    template,
    choice: {
      mode,
      useFractalTraits: next(4) === 0,
      additional: Array.from({ length: next(6) }, () => randomUse(next, others)),
      extras,
      foodLifeStealPer10s: next(2) === 0 ? undefined : next(60) / 10,
    },
    gear: randomGear(next, template),
    infusions: Array.from({ length: next(4) }, () => ({
      attribute: pick(next, GEAR_ATTRIBUTES),
      count: next(19),
    })),
    target: {
      armor: pick(next, [1910, 2141, 2293, 2597, 2000]),
      attacksPerSecond: next(30) / 10,
      movingFraction: next(11) / 10,
    },
  };
}

/** Amounts from nothing to twice the usual, in steps that no binary fraction meets exactly. */
function randomUse(next: Next, entries: readonly MechanicEntry[]): EntryUse {
  const entry = pick(next, entries);
  if (entry.amount === undefined || next(3) === 0) return { ref: entry.id };
  const usual = entry.amount.default === 0 ? entry.amount.per : entry.amount.default;
  return { ref: entry.id, amount: (usual * next(21)) / 10 };
}

/** Names of the stat sets that exist for a slot in a rarity. */
const statsOf = remembered((slotAndRarity: `${GearSlot} ${Rarity}`) => {
  const [slot, rarity] = slotAndRarity.split(" ") as [GearSlot, Rarity];
  const { combinations, points } = loadGearTables();
  return combinations
    .filter(({ shape }) => shape !== "mixedTrinket" || points[rarity][slot].mixedTrinket !== undefined)
    .map(({ name }) => name);
});

export function randomGear(next: Next, template: Template): WornPiece[] {
  return equipmentSlots(template.weaponHands).map((slot) => {
    const rarity = pick(next, ["ascended", "ascended", "exotic"] as const);
    return { slot, stat: pick(next, statsOf(`${slot} ${rarity}`)), rarity };
  });
}

/** The calculation of a random build, or the typed refusal where random uptimes exclude each other. */
export function randomInput(
  seed: number,
  mode: CalculatedMode,
  data: EngineData = realData(),
): Calculated<CalculationInput> {
  return inputOfTemplateBuild(randomBuild(seed, mode), data);
}
