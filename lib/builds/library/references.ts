import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { ItemId, SkillId } from "#lib/shared/ids.ts";
import type { Loadout, SkillBar } from "../loadout.ts";

/** One thing of the game that a loadout refers to. */
export interface Reference {
  /** Kind and id, such as `trait:633`; the same in every version of the game data. */
  readonly key: string;
  /** For instance `Trait`. */
  readonly kind: string;
  readonly id: number;
  /** Undefined where the game data does not hold it. */
  readonly name: string | undefined;
  /** What the game data says of it. */
  readonly record: object | undefined;
}

type Named = { readonly name?: string | undefined } | undefined;

/** Everything that a loadout refers to by an id, each once. Pure. */
export function referencesOf(loadout: Loadout, catalog: Catalog): Reference[] {
  const found = new Map<string, Reference>();
  const add = <Id extends number>(kind: string, get: (id: Id) => Named, ids: readonly (Id | null)[]) => {
    for (const id of ids) {
      if (id === null) continue;
      const key = `${kind.toLowerCase()}:${id}`;
      const record = get(id);
      found.set(key, { key, kind, id, name: record?.name, record });
    }
  };
  const lines = loadout.specializations.filter((line) => line !== null);
  add(
    "Specialization",
    catalog.specializations.get,
    lines.map(({ id }) => id),
  );
  add(
    "Trait",
    catalog.traits.get,
    lines.flatMap(({ traits }) => traits),
  );
  add("Skill", catalog.skills.get, skillsOf(loadout));
  add("Pet", catalog.pets.get, bothOf(loadout.pets));
  add("Legend", catalog.legends.get, bothOf(loadout.legends));
  add("Item", catalog.items.get, itemsOf(loadout));
  return [...found.values()];
}

function skillsOf({ skills, skillOverrides, legends }: Loadout): (SkillId | null)[] {
  const bar = ({ heal, utility, elite }: SkillBar) => [heal, ...utility, elite];
  const inactive = legends?.inactiveUtility;
  return [
    ...bar(skills.terrestrial),
    ...bar(skills.aquatic),
    ...(inactive ? [...inactive.terrestrial, ...inactive.aquatic] : []),
    ...skillOverrides,
  ];
}

function itemsOf({ weapons, equipment }: Loadout): (ItemId | null)[] {
  const { pieces, runes, relic, food, utility } = equipment;
  const sets = Object.values(weapons).flatMap(({ main, off }) => [main, off]);
  return [
    ...sets.flatMap((weapon) => (weapon ? [...weapon.sigils, ...weapon.infusions] : [])),
    ...Object.values(pieces).flatMap((piece) => piece.infusions),
    ...(Array.isArray(runes) ? runes : [runes]),
    relic,
    food,
    utility,
  ];
}

function bothOf<Id>(pair: { terrestrial: readonly Id[]; aquatic: readonly Id[] } | null): readonly Id[] {
  return pair ? [...pair.terrestrial, ...pair.aquatic] : [];
}
