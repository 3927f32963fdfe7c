/** Whether the game has a thing of a name at all, for names that have no effect on numbers. */
import { join } from "node:path";
import { type Catalog, loadCatalog } from "#lib/catalog/catalog.ts";
import { isSameName } from "#lib/catalog/mechanics/names.ts";
import type { ItemGroup, Specialization } from "#lib/catalog/schema.ts";
import type { Profession } from "#lib/shared/game.ts";

const CATALOG_FOLDER = join(import.meta.dirname, "..", "..", "data", "catalog");

function catalog(): Catalog {
  return loadCatalog(CATALOG_FOLDER);
}

export function isKnownItem(group: ItemGroup, name: string): boolean {
  return catalog()
    .itemsOf(group)
    .some((item) => isSameName(item.name, name));
}

interface NamedLine {
  readonly name: string;
  readonly majorTraits: readonly string[];
}

/** Notes specializations that the profession does not have, and traits that are not of their specialization. */
export function noteUnknownTraits(
  profession: Profession,
  { specializations }: { readonly specializations: readonly NamedLine[] },
  note: (text: string) => void,
): void {
  for (const { name, majorTraits } of specializations) {
    const line = catalog()
      .specializationsOf(profession)
      .find((candidate) => isSameName(candidate.name, name));
    if (line === undefined) {
      note(`${profession} has no specialization called "${name}"; it has no effect.`);
      continue;
    }
    for (const trait of majorTraits) {
      if (!hasTrait(line, trait)) note(`${name} has no trait called "${trait}"; it has no effect.`);
    }
  }
}

function hasTrait(line: Specialization, name: string): boolean {
  return catalog()
    .traitsOf(line.id)
    .some((trait) => isSameName(trait.name, name));
}
