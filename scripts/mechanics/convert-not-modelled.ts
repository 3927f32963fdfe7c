/** Everything with an effect on a number that has no entry, with the reason. */
import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { modelledIds } from "#lib/catalog/mechanics/coverage.ts";
import type { Fact, Item, Trait } from "#lib/catalog/schema.ts";
import type { MechanicEntry, MechanicKind, NotModelled, NotModelledReason } from "#lib/engine/mechanics.ts";
import { statusNamed } from "#lib/engine/support/statuses.ts";
import { isForBuilds } from "./convert-items.ts";
import { readBonuses } from "./item-bonuses.ts";
import { ITEM_GROUP_BY_KIND } from "./item-groups.ts";

const ITEM_KINDS = ["rune", "sigil", "relic", "food", "utility"] as const satisfies readonly MechanicKind[];

/** In the order of kind and id. Traits and items whose facts change no number are not in the list. */
export function convertNotModelled(catalog: Catalog, entries: readonly MechanicEntry[]): NotModelled[] {
  const traits = modelledIds(entries, "trait");
  const items = new Set<number>();
  for (const { kind, gw2id, alsoIds, notModelled } of entries) {
    if (notModelled !== undefined || ITEM_GROUP_BY_KIND[kind] === undefined) continue;
    for (const id of [gw2id, ...(alsoIds ?? [])]) if (id !== undefined) items.add(id);
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
  ["supportOutput", new Set(["heal", "barrier", "healingHits", "control", "stunBreak"])],
  [
    "skillBehaviour",
    new Set(["recharge", "time", "number", "range", "distance", "comboField", "comboFinisher"]),
  ],
];

/** Percentages that change how skills behave rather than a number of the build. */
const BEHAVIOUR_PERCENT =
  /recharge|radius|chance|life force|adrenaline|astral|initiative|threshold|heat|capacity|revive|percent$/i;
const OTHER_ACTOR = /inherited by|mech|minion|pet|illusion|clone/i;

/** What the facts do not tell and the Guild Wars 2 Wiki does, July 2026. */
const REVIEWED_REASONS: Readonly<Record<number, NotModelledReason>> = {
  820: "otherActor", // Flesh of the Master: minions
  858: "otherActor", // Necromantic Corruption: minions
  1016: "otherActor", // Fang and Claw: pets
  686: "otherActor", // Bountiful Blades: phantasms
  1696: "inCoefficients", // Terror: damage of fear
};

function reasonOfTrait(trait: Trait): NotModelledReason | undefined {
  const reviewed = REVIEWED_REASONS[trait.id];
  if (reviewed !== undefined) return reviewed;
  const facts = trait.facts ?? [];
  if (facts.some(({ label }) => label !== undefined && OTHER_ACTOR.test(label))) return "otherActor";
  const telling = facts.filter(
    ({ kind, label }) => !(kind === "percent" && label !== undefined && BEHAVIOUR_PERCENT.test(label)),
  );
  const found = TRAIT_REASONS.find(([, kinds]) => telling.some(({ kind }) => kinds.has(kind)))?.[0];
  if (found !== undefined && found !== "skillBehaviour") return found;
  const statuses = telling.filter(({ kind }) => kind === "buff" || kind === "prefixedBuff");
  if (statuses.length > 0) return statuses.some(isKnownStatus) ? "supportOutput" : "noNumbers";
  if (found !== undefined) return found;
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

/** A boon, condition or aura; what effects of other names do, facts do not state. */
function isKnownStatus(fact: Fact): boolean {
  return (fact.kind === "buff" || fact.kind === "prefixedBuff") && statusNamed(fact.status) !== undefined;
}

const AGAINST_ONE_ENEMY = / vs\.? | from /i;

function reasonOfItem(kind: MechanicKind, item: Item): NotModelledReason | undefined {
  if (kind === "relic") return reasonOfRelic(item.facts);
  if (kind === "sigil" && item.bonuses === undefined)
    return item.proc === undefined ? "noNumbers" : "triggeredEffect";
  const { unmodelled } = readBonuses(item.bonuses ?? []);
  if (unmodelled.length === 0) return kind === "rune" && item.bonuses === undefined ? "noNumbers" : undefined;
  const all = (pattern: RegExp) => unmodelled.every((label) => pattern.test(label));
  if (all(AGAINST_ONE_ENEMY)) return "againstOneEnemy";
  if (all(EVENT)) return "triggeredEffect";
  return all(NOT_CALCULATED) ? "notCalculated" : "conditionalBonus";
}

const EVENT = / on (kill|dodge|critical hit|using a heal skill)/i;
const NOT_CALCULATED = /^(incoming (condition|stun)|stun|chill) duration$|downed|while stunned/i;

/** The support output reads relics, too: those that only heal, cleanse, give boons or control are there. */
function reasonOfRelic(facts: readonly Fact[] | undefined): NotModelledReason {
  if (facts === undefined) return "noNumbers";
  const isSupport = (fact: Fact) =>
    isKnownStatus(fact) || ["heal", "barrier", "control", "stunBreak"].includes(fact.kind);
  const isBesides = ({ kind, label }: Fact) =>
    ["recharge", "range", "distance", "time", "flag"].includes(kind) ||
    (kind === "number" && !/increase|gained|reduc/i.test(label ?? ""));
  return facts.some(isSupport) && facts.every((fact) => isSupport(fact) || isBesides(fact))
    ? "supportOutput"
    : "triggeredEffect";
}
