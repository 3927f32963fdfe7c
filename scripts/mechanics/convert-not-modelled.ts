/** Everything with an effect on a number that has no entry, with the reason. */
import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Item, Trait } from "#lib/catalog/schema.ts";
import type { MechanicEntry, MechanicKind, NotModelled, NotModelledReason } from "#lib/engine/mechanics.ts";
import { isForBuilds } from "./convert-items.ts";
import { readBonuses } from "./item-bonuses.ts";
import { ITEM_GROUP_BY_KIND } from "./item-groups.ts";

const ITEM_KINDS = ["rune", "sigil", "relic", "food", "utility"] as const satisfies readonly MechanicKind[];

/** In the order of kind and id. Traits and items whose facts change no number are not in the list. */
export function convertNotModelled(catalog: Catalog, entries: readonly MechanicEntry[]): NotModelled[] {
  const traits = new Set<number>();
  const items = new Set<number>();
  for (const { kind, gw2id, alsoIds, notModelled } of entries) {
    if (notModelled !== undefined) continue;
    const ids = kind === "trait" ? traits : ITEM_GROUP_BY_KIND[kind] === undefined ? undefined : items;
    for (const id of [gw2id, ...(alsoIds ?? [])]) if (id !== undefined) ids?.add(id);
  }
  return [...traitsWithout(catalog, traits), ...itemsWithout(catalog, items)];
}

function traitsWithout(catalog: Catalog, modelled: ReadonlySet<number>): NotModelled[] {
  return catalog.specializations.all.flatMap((line) => {
    const current = new Set<number>([...line.minorTraits, ...line.majorTraits]);
    return catalog.traitsOf(line.id).flatMap((trait) => {
      if (!current.has(trait.id) || modelled.has(trait.id)) return [];
      const reason = reasonOfTrait(trait);
      if (reason === undefined) return [];
      return [
        { kind: "trait" as const, gw2id: trait.id, name: trait.name, profession: line.profession, reason },
      ];
    });
  });
}

/** Kinds of facts by what they tell, the most telling first. */
const TRAIT_REASONS: readonly (readonly [NotModelledReason, ReadonlySet<string>])[] = [
  ["inCoefficients", new Set(["damage", "siphon"])],
  ["conditionalBonus", new Set(["attribute", "conversion", "percent"])],
  [
    "supportOutput",
    new Set(["buff", "prefixedBuff", "heal", "barrier", "healingHits", "control", "stunBreak"]),
  ],
  [
    "skillBehaviour",
    new Set(["recharge", "time", "number", "range", "distance", "comboField", "comboFinisher"]),
  ],
];

/** Percentages that change how skills behave rather than a number of the build. */
const BEHAVIOUR_PERCENT =
  /recharge|radius|chance|life force|adrenaline|astral|initiative|threshold|heat|capacity|revive|percent$/i;
const OTHER_ACTOR = /inherited by|mech|minion|pet|illusion|clone/i;

function reasonOfTrait(trait: Trait): NotModelledReason | undefined {
  const facts = trait.facts ?? [];
  if (facts.some(({ label }) => label !== undefined && OTHER_ACTOR.test(label))) return "otherActor";
  const telling = facts.filter(
    ({ kind, label }) => !(kind === "percent" && label !== undefined && BEHAVIOUR_PERCENT.test(label)),
  );
  const found = TRAIT_REASONS.find(([, kinds]) => telling.some(({ kind }) => kinds.has(kind)));
  if (found !== undefined) return found[0];
  return facts.length > 0 && facts.some(({ kind }) => kind === "percent") ? "skillBehaviour" : undefined;
}

function itemsWithout(catalog: Catalog, modelled: ReadonlySet<number>): NotModelled[] {
  return ITEM_KINDS.flatMap((kind) =>
    catalog.itemsOf(ITEM_GROUP_BY_KIND[kind] ?? "rune").flatMap((item) => {
      if (modelled.has(item.id) || !isForBuilds(item)) return [];
      const reason = reasonOfItem(kind, item);
      return reason === undefined ? [] : [{ kind, gw2id: item.id, name: item.name, reason }];
    }),
  );
}

const AGAINST_ONE_ENEMY = / vs\.? | from /i;

function reasonOfItem(kind: MechanicKind, item: Item): NotModelledReason | undefined {
  if (kind === "relic") return item.facts === undefined ? "noNumbers" : "triggeredEffect";
  if (kind === "sigil" && item.bonuses === undefined)
    return item.proc === undefined ? "noNumbers" : "triggeredEffect";
  const { unmodelled } = readBonuses(item.bonuses ?? []);
  if (unmodelled.length === 0) return kind === "rune" && item.bonuses === undefined ? "noNumbers" : undefined;
  return unmodelled.every((label) => AGAINST_ONE_ENEMY.test(label)) ? "againstOneEnemy" : "conditionalBonus";
}
