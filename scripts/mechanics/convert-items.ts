/** Entries for items that the curated source leaves out, from the bonuses the official API states. */
import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Item } from "#lib/catalog/schema.ts";
import type { MechanicEntry, MechanicKind } from "#lib/engine/mechanics.ts";
import { readConditionalBonuses } from "./conditional-bonuses.ts";
import { readBonuses } from "./item-bonuses.ts";
import { ITEM_GROUP_BY_KIND } from "./item-groups.ts";

const DERIVED_KINDS = ["rune", "sigil", "food", "utility"] as const satisfies readonly MechanicKind[];

/** Key of the catalogue in `Mechanics.sources`. */
export const CATALOG_SOURCE = "catalog";

/**
 * One entry for every kind, name and set of effects; items that share all three share it. Items without a bonus that
 * the engine knows get none (they are listed as not modelled if they change a number at all).
 */
export function convertItems(catalog: Catalog, curated: readonly MechanicEntry[]): readonly MechanicEntry[] {
  const covered = new Set(
    curated
      .filter(({ kind }) => ITEM_GROUP_BY_KIND[kind] !== undefined)
      .flatMap(({ gw2id, alsoIds }) => [gw2id, ...(alsoIds ?? [])]),
  );
  const ids = new Set(curated.map(({ id }) => id));
  const entries = new Map<string, MechanicEntry>();
  for (const kind of DERIVED_KINDS) {
    for (const item of catalog.itemsOf(ITEM_GROUP_BY_KIND[kind] ?? "rune")) {
      if (covered.has(item.id) || !isForBuilds(item)) continue;
      const facts = factsOf(item);
      if (facts === undefined) continue;
      const key = JSON.stringify([kind, item.name, facts]);
      const known = entries.get(key);
      if (known !== undefined) {
        entries.set(key, { ...known, alsoIds: [...(known.alsoIds ?? []), item.id] });
        continue;
      }
      const id = freeId(kind, item, ids);
      ids.add(id);
      entries.set(key, { id, kind, name: item.name, gw2id: item.id, ...facts, source: CATALOG_SOURCE });
    }
  }
  return [...entries.values()];
}

/** Named, and usable outside structured PvP, whose runes have figures of their own. */
export function isForBuilds({ name, gameTypes }: Item): boolean {
  const outsidePvp = gameTypes?.some((type) => type === "Pve" || type === "Wvw") ?? true;
  return name !== "" && outsidePvp;
}

/** What an entry says of an item; undefined if none of its bonuses is one the engine knows. */
function factsOf({ bonuses = [] }: Item): Omit<MechanicEntry, "id" | "kind" | "name" | "source"> | undefined {
  const { effects, unmodelled } = readBonuses(bonuses);
  if (effects.length === 0) return readConditionalBonuses(bonuses);
  const onPanel = effects.some(({ op }) => op === "add" || op === "addPercent" || op === "convert");
  return {
    effects: { pve: effects },
    ...(onPanel ? { heroPanel: "always" as const } : {}),
    ...(unmodelled.length > 0 ? { unmodelledParts: unmodelled } : {}),
  };
}

function freeId(kind: MechanicKind, { id, name }: Item, taken: ReadonlySet<string>): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .replace(/^superior (rune|sigil) of (the )?/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const plain = `${kind}:${slug}`;
  return taken.has(plain) ? `${plain}-${id}` : plain;
}
