/**
 * The curated mechanics, validated once per process. For servers, workers and command lines; a browser gets what it
 * needs from the server.
 */
import type { GearTables, Mechanics, NotModelled, Template } from "#lib/engine/mechanics.ts";
import { indexMechanics, type MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import effectsJson from "../../../data/mechanics/effects.json" with { type: "json" };
import gearJson from "../../../data/mechanics/gear.json" with { type: "json" };
import itemBonusesJson from "../../../data/mechanics/item-bonuses.json" with { type: "json" };
import notModelledJson from "../../../data/mechanics/not-modelled.json" with { type: "json" };
import templatesJson from "../../../data/templates/templates.json" with { type: "json" };
import {
  derivedEntriesSchema,
  gearTablesSchema,
  mechanicsSchema,
  notModelledSchema,
  templatesSchema,
} from "./schema.ts";

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * What effects do to numbers: the curated entries first, then those derived from the bonuses of items.
 * Throws if the committed data is not valid.
 */
export const loadMechanics: () => Mechanics = once(() => {
  const curated = mechanicsSchema.parse(effectsJson);
  const derived = derivedEntriesSchema.parse(itemBonusesJson);
  return {
    ...curated,
    sources: { ...curated.sources, ...derived.sources },
    entries: [...curated.entries, ...derived.entries],
  };
});

/** What has an effect on a number but no entry, with the reason. */
export const loadNotModelled: () => readonly NotModelled[] = once(() =>
  notModelledSchema.parse(notModelledJson.notModelled),
);

/** The same, by id. */
export const loadMechanicsIndex: () => MechanicsIndex = once(() => indexMechanics(loadMechanics()));

/** Points of equipment and base values. */
export const loadGearTables: () => GearTables = once(() => gearTablesSchema.parse(gearJson));

/** Builds with measured coefficients. */
export const loadTemplates: () => readonly Template[] = once(
  () => templatesSchema.parse(templatesJson).templates,
);

/** Where the templates come from and the day of that data. */
export const templateSource: () => { readonly title: string; readonly date: string } = once(
  () => templatesSchema.parse(templatesJson).source,
);
