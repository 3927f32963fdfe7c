/** Random loadouts out of real and made-up ids, legal or not: what no function may fail on. */
import { join } from "node:path";
import { type Catalog, loadCatalog } from "#lib/catalog/catalog.ts";
import { loadGearTables } from "#lib/catalog/mechanics/load.ts";
import { BOONS } from "#lib/engine/attribute-ids.ts";
import { EQUIPMENT_SLOTS, type LoadoutShape, type LoadoutWeapon } from "#lib/engine/loadout.ts";
import { CALCULATED_MODES, RARITIES } from "#lib/engine/mechanics.ts";
import { GAME_MODES, PROFESSIONS, type Profession } from "#lib/shared/game.ts";
import { seededNumbers } from "./seeded-numbers.ts";

export function realCatalog(): Catalog {
  return loadCatalog(join(import.meta.dirname, "..", "..", "data", "catalog"));
}

type Next = (limit: number) => number;

function pick<Value>(next: Next, values: readonly Value[]): Value {
  const value = values[next(values.length)];
  if (value === undefined) throw new Error("Nothing to pick from.");
  return value;
}

/** Mostly one of the real ones, sometimes none, sometimes a number that nothing has. */
function idOf(next: Next, real: readonly { readonly id: number }[]): number | null {
  const kind = next(8);
  if (kind === 0) return null;
  return kind === 1 || real.length === 0 ? next(100_000) + 1 : pick(next, real).id;
}

export function randomLoadout(seed: number, playable = false): LoadoutShape {
  const next = seededNumbers(seed);
  const catalog = realCatalog();
  const profession = pick(next, PROFESSIONS);
  const mode = pick(next, playable ? CALCULATED_MODES : GAME_MODES);
  const list = (length: number, real: readonly { readonly id: number }[]) =>
    Array.from({ length }, () => idOf(next, real));
  const skills = catalog.skillsOf(next(5) === 0 ? pick(next, PROFESSIONS) : profession);
  const bar = () => ({ heal: idOf(next, skills), utility: list(3, skills), elite: idOf(next, skills) });
  const legends = (): (number | null)[] => [next(10), null, next(300)];
  return {
    profession,
    mode,
    specializations: Array.from({ length: 3 }, () => randomLine(next, profession, catalog)),
    skills: { terrestrial: bar(), aquatic: bar() },
    weapons: {
      a: randomWeaponSet(next, profession, catalog),
      b: randomWeaponSet(next, profession, catalog),
      aquaticA: randomWeaponSet(next, profession, catalog),
      aquaticB: randomWeaponSet(next, profession, catalog),
    },
    pets:
      next(2) === 0 ? null : { terrestrial: list(2, catalog.pets.all), aquatic: list(2, catalog.pets.all) },
    legends:
      next(2) === 0
        ? null
        : {
            terrestrial: legends(),
            aquatic: legends(),
            inactiveUtility: { terrestrial: list(3, skills), aquatic: list(3, skills) },
          },
    equipment: randomEquipment(next, catalog),
    template: null,
    assumptions: {
      boons: Object.fromEntries(BOONS.filter(() => next(2) === 0).map((boon) => [boon, next(26)])),
      targetConditions: { vulnerability: next(26) },
      effects: {},
      enemyArmor: 2597,
      movingFraction: next(11) / 10,
      attacksPerSecond: next(20) / 10,
    },
  };
}

function randomLine(
  next: Next,
  profession: Profession,
  catalog: Catalog,
): LoadoutShape["specializations"][number] {
  if (next(6) === 0) return null;
  const line = pick(next, catalog.specializationsOf(next(6) === 0 ? pick(next, PROFESSIONS) : profession));
  const traits = [0, 1, 2].map((tier) => {
    const kind = next(8);
    if (kind === 0) return null;
    return kind === 1 ? next(3000) : pick(next, line.majorTraits.slice(tier * 3, tier * 3 + 3));
  });
  return { id: next(12) === 0 ? next(120) : line.id, traits };
}

function randomWeaponSet(next: Next, profession: Profession, catalog: Catalog): LoadoutShape["weapons"]["a"] {
  const weapon = (): LoadoutWeapon | null => {
    if (next(4) === 0) return null;
    const types = catalog.professions.get(profession)?.weapons ?? [];
    return {
      type: next(8) === 0 ? "Trebuchet" : pick(next, types).weapon,
      statSet: randomStatSet(next),
      rarity: pick(next, RARITIES),
      sigils: Array.from({ length: next(3) }, () => idOf(next, catalog.itemsOf("sigil"))),
      infusions: Array.from({ length: next(3) }, () => idOf(next, catalog.itemsOf("infusion"))),
    };
  };
  return { main: weapon(), off: weapon() };
}

function randomStatSet(next: Next): string | null {
  const kind = next(8);
  if (kind === 0) return null;
  return kind === 1 ? "Nonsense" : pick(next, loadGearTables().combinations).name;
}

function randomEquipment(next: Next, catalog: Catalog): LoadoutShape["equipment"] {
  const infusions = (): (number | null)[] =>
    Array.from({ length: next(4) }, () => idOf(next, catalog.itemsOf("infusion")));
  const rune = (): number | null => idOf(next, catalog.itemsOf("rune"));
  return {
    pieces: Object.fromEntries(
      EQUIPMENT_SLOTS.filter(() => next(5) > 0).map((slot) => [
        slot,
        { statSet: randomStatSet(next), rarity: pick(next, RARITIES), infusions: infusions() },
      ]),
    ),
    runes: next(3) === 0 ? Array.from({ length: 6 }, rune) : rune(),
    relic: idOf(next, catalog.itemsOf("relic")),
    food: idOf(next, catalog.itemsOf("food")),
    utility: idOf(next, catalog.itemsOf("utility")),
    jadeBotCore: next(2) === 0 ? null : next(10) + 1,
    pvpAmulet: next(6) === 0 ? 1 : null,
  };
}
