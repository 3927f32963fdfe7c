/** The catalogue's shapes, browser-safe. One file per kind in `schema/`; import from here. */
export * from "./schema/catalog-data.ts";
export * from "./schema/facts.ts";
export * from "./schema/items.ts";
export * from "./schema/primitives.ts";
export * from "./schema/professions.ts";
export * from "./schema/skills.ts";
export * from "./schema/traits.ts";
