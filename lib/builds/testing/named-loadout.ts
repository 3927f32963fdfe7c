import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { WeaponName } from "#lib/catalog/schema.ts";
import type { GameMode, Profession } from "#lib/shared/game.ts";
import { type Loadout, loadoutSchema } from "../loadout.ts";

type Hands = readonly [main?: WeaponName | undefined, off?: WeaponName | undefined];

/** A loadout by the names that the game gives its parts. */
export interface NamedLoadout {
  readonly profession: Profession;
  readonly mode?: GameMode;
  /** Line and its chosen traits. */
  readonly lines?: readonly (readonly [line: string, ...traits: string[]])[];
  readonly heal?: string;
  readonly utility?: readonly string[];
  readonly elite?: string;
  readonly weapons?: readonly [a: Hands, b?: Hands];
  readonly relic?: string;
  /** Stances in the order of the slots; their skills are slotted, too. */
  readonly legends?: readonly [string, string];
  readonly pets?: readonly [string, string];
}

/** Looks the names up in the catalogue; throws where one is none of a build link. */
export function namedLoadout(catalog: Catalog, named: NamedLoadout): Loadout {
  const { profession, mode = "pve", lines = [], weapons = [[]], utility = [] } = named;
  const skill = (name: string | undefined) => {
    if (name === undefined) return null;
    const namesakes = catalog.skillsOf(profession).filter((one) => one.name === name);
    return must(
      namesakes.find(({ id }) => catalog.palettesOfSkill(profession, id).length > 0),
      name,
    ).id;
  };
  const legends = named.legends?.map((name) =>
    must(
      catalog.legends.all.find((one) => one.name === name),
      name,
    ),
  );
  const pet = (name: string | undefined) =>
    name === undefined
      ? null
      : must(
          catalog.pets.all.find((one) => one.name.endsWith(name)),
          name,
        ).id;
  const [first, second] = legends ?? [];
  const bar = first
    ? { heal: first.heal, utility: first.utilities.slice(0, 3), elite: first.elite }
    : {
        heal: skill(named.heal),
        utility: [0, 1, 2].map((index) => skill(utility[index])),
        elite: skill(named.elite),
      };
  return loadoutSchema.parse({
    version: 1,
    profession,
    mode,
    specializations: [0, 1, 2].map((index) => lineNamed(catalog, lines[index])),
    skills: { terrestrial: bar },
    weapons: { a: setOf(weapons[0]), b: setOf(weapons[1]) },
    legends: first && { terrestrial: [first.code, second?.code ?? null], aquatic: [null, null] },
    pets: named.pets && { terrestrial: named.pets.map(pet), aquatic: [null, null] },
    equipment: {
      relic: named.relic
        ? must(
            catalog.itemsOf("relic").find(({ name }) => name === named.relic),
            named.relic,
          ).id
        : null,
    },
  });
}

function lineNamed(catalog: Catalog, line: readonly [string, ...string[]] | undefined) {
  if (!line) return null;
  const [name, ...traits] = line;
  const specialization = must(
    catalog.specializations.all.find((one) => one.name === name),
    name,
  );
  const chosen = traits.map((trait) =>
    must(
      specialization.majorTraits.find((id) => catalog.traits.get(id)?.name === trait),
      trait,
    ),
  );
  const ofTier = (tier: number) =>
    chosen.find((id) => Math.floor(specialization.majorTraits.indexOf(id) / 3) === tier) ?? null;
  return { id: specialization.id, traits: [ofTier(0), ofTier(1), ofTier(2)] };
}

function setOf([main, off]: Hands = []) {
  return { main: main ? { type: main } : null, off: off ? { type: off } : null };
}

function must<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The catalogue has no ${name}.`);
  return value;
}
