import type { ItemGroup } from "#lib/catalog/schema.ts";

/** Where the catalogue keeps the items of a kind of effect. */
export const ITEM_GROUP_BY_KIND: Readonly<Record<string, ItemGroup>> = {
  rune: "rune",
  sigil: "sigil",
  relic: "relic",
  food: "food",
  utility: "utility",
  infusion: "infusion",
};
