import type { CatalogData, CatalogManifest, Fact, ModeFacts, Skill, Trait, TraitSkill } from "../schema.ts";
import { compact } from "../snapshot/compact.ts";
import { isAmount } from "../snapshot/fact-identity.ts";
import { joinModes, type StatedFacts } from "../snapshot/splits.ts";
import type { RecordId } from "./api-client.ts";

/** The fresh catalogue completed with what only the earlier one has, and a count of what was kept. */
export interface CarriedOver {
  readonly data: CatalogData;
  readonly kept: CatalogManifest["carriedOver"];
}

/** Ids that the API lists but did not deliver, by kind: their earlier records stay. */
export type Undelivered = Readonly<Partial<Record<keyof CatalogData, ReadonlySet<RecordId>>>>;

/**
 * Keeps what the official API does not have for records of the same id and name: figures of WvW and PvP, healing
 * coefficients, cast times, mechanic bars, effects of items, families of pets. A record with a new name is taken
 * as another thing and keeps nothing.
 */
export function carryOver(
  fresh: CatalogData,
  earlier: CatalogData,
  from: string,
  undelivered: Undelivered = {},
): CarriedOver {
  const counter = new Counter(from);
  const specializations = mergeById(fresh.specializations, earlier.specializations, (now, old) =>
    counter.fill("weapons of elite specializations", now, old, ["weapons"]),
  );
  const data: CatalogData = {
    professions: keepUndelivered("professions", fresh, earlier, undelivered, counter),
    specializations,
    traits: mergeById(
      keepUndelivered("traits", fresh, earlier, undelivered, counter),
      earlier.traits,
      (now, old) => mergeModes(counter.fill("allied targets", now, old, ["alliedTargets"]), old, counter),
    ),
    traitSkills: mergeById(fresh.traitSkills, earlier.traitSkills, (now, old) =>
      mergeModes(now, old, counter),
    ),
    skills: withOutsideApi(
      mergeById(keepUndelivered("skills", fresh, earlier, undelivered, counter), earlier.skills, (now, old) =>
        mergeSkill(now, old, counter),
      ),
      earlier.skills,
      counter,
    ),
    statSets: mergeById(
      keepUndelivered("statSets", fresh, earlier, undelivered, counter),
      earlier.statSets,
      (now, old) => counter.fill("stat sets on offer", now, old, ["selectableFor"]),
    ),
    items: mergeById(
      keepUndelivered("items", fresh, earlier, undelivered, counter),
      earlier.items,
      (now, old) =>
        counter.fill("effects of items", now, old, [
          "bonuses",
          "rechargeSeconds",
          "effects",
          "proc",
          "facts",
          "inGame",
        ]),
    ),
    pvpAmulets: fresh.pvpAmulets.length > 0 ? fresh.pvpAmulets : earlier.pvpAmulets,
    pets: mergeById(keepUndelivered("pets", fresh, earlier, undelivered, counter), earlier.pets, (now, old) =>
      counter.fill("families of pets", now, old, ["family", "archetype", "beastmodeSkills"]),
    ),
    legends: keepUndelivered("legends", fresh, earlier, undelivered, counter),
    palettes: fresh.palettes.map((palette) => {
      const old = earlier.palettes.find((other) => other.profession === palette.profession);
      const pairs = new Map([...(old?.pairs ?? []), ...palette.pairs]);
      counter.add("palette ids", pairs.size - palette.pairs.length);
      return { ...palette, pairs: [...pairs].toSorted(([a], [b]) => a - b) };
    }),
    effectIcons: {
      kinds: sortedUnion(earlier.effectIcons.kinds, fresh.effectIcons.kinds),
      statuses: sortedUnion(earlier.effectIcons.statuses, fresh.effectIcons.statuses),
      labels: sortedUnion(earlier.effectIcons.labels, fresh.effectIcons.labels),
    },
  };
  return { data, kept: counter.kept() };
}

/** Counts the records that kept something, by what they kept. */
class Counter {
  readonly #from: string;
  readonly #counts = new Map<string, number>();

  constructor(from: string) {
    this.#from = from;
  }

  add(what: string, records: number): void {
    if (records > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + records);
  }

  /** `now` with the named fields of `old` where it has none itself. */
  fill<T extends object>(what: string, now: T, old: T, fields: readonly (keyof T)[]): T {
    const kept = fields.filter((field) => now[field] === undefined && old[field] !== undefined);
    if (kept.length === 0) return now;
    this.add(what, 1);
    return { ...now, ...Object.fromEntries(kept.map((field) => [field, old[field]])) };
  }

  kept(): CatalogManifest["carriedOver"] {
    return [...this.#counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, records]) => ({ what, records, from: this.#from }));
  }
}

interface Named {
  readonly id: RecordId;
  readonly name?: string | undefined;
}

function mergeById<T extends Named>(
  fresh: readonly T[],
  earlier: readonly T[],
  merge: (now: T, old: T) => T,
): T[] {
  const old = new Map(earlier.map((record) => [record.id, record]));
  return fresh.map((record) => {
    const previous = old.get(record.id);
    return previous && previous !== record && previous.name === record.name
      ? merge(record, previous)
      : record;
  });
}

type ListKind = "professions" | "traits" | "skills" | "statSets" | "items" | "pets" | "legends";

/** The fresh list with the earlier records of ids that the API lists and did not deliver. */
function keepUndelivered<Kind extends ListKind>(
  kind: Kind,
  fresh: CatalogData,
  earlier: CatalogData,
  undelivered: Undelivered,
  counter: Counter,
): readonly CatalogData[Kind][number][] {
  const ids = undelivered[kind];
  if (!ids || ids.size === 0) return fresh[kind];
  const list: readonly CatalogData[Kind][number][] = earlier[kind];
  const arrived = new Set<RecordId>(fresh[kind].map((record) => record.id));
  const kept = list.filter((record) => ids.has(record.id) && !arrived.has(record.id));
  counter.add(`${kind} listed but not delivered`, kept.length);
  return [...fresh[kind], ...kept].toSorted(byId);
}

function byId(a: Named, b: Named): number {
  return typeof a.id === "number" && typeof b.id === "number"
    ? a.id - b.id
    : String(a.id) < String(b.id)
      ? -1
      : 1;
}

/** Skills that are known from community data only stay until the API has them. */
function withOutsideApi(fresh: readonly Skill[], earlier: readonly Skill[], counter: Counter): Skill[] {
  const known = new Set(fresh.map((skill) => skill.id));
  const kept = earlier.filter((skill) => skill.notInApi && !known.has(skill.id));
  counter.add("skills outside the API", kept.length);
  return [...fresh, ...kept].toSorted(byId);
}

const SKILL_EXTRAS = ["upkeep", "activationSeconds", "castTimeMs", "bar", "alliedTargets", "flags"] as const;

function mergeSkill(now: Skill, old: Skill, counter: Counter): Skill {
  const filled = counter.fill("cast times, bars and targets of skills", now, old, SKILL_EXTRAS);
  const reworked = old.reworkedFrom === undefined ? filled : { ...filled, reworkedFrom: old.reworkedFrom };
  if (now.facts.length > 0 || old.facts.length === 0) return mergeModes(reworked, old, counter);
  counter.add("figures of skills that the API gives none for", 1);
  const { facts, modes, modesKnown, factsSource, rechargeSeconds } = old;
  return compact({ ...reworked, facts, modes, modesKnown, factsSource, rechargeSeconds });
}

/** Joins the fresh PvE list with the earlier lists of the other modes. */
function mergeModes<T extends Skill | Trait | TraitSkill>(now: T, old: T, counter: Counter): T {
  const coefficients = old.facts.filter(
    (fact) => isAmount(fact) && fact.coefficient !== undefined && (fact.modes?.includes("pve") ?? true),
  );
  if (!old.modes && coefficients.length === 0) return now;
  counter.add("WvW and PvP figures, healing coefficients", 1);
  const plain = now.facts.map((fact) => withoutInference(fact));
  const strike = old.facts.find((fact) => fact.kind === "damage");
  const { facts, modes } = joinModes(plain, {
    pve: { facts: coefficients, complete: false, durations: {} },
    wvw: old.modes?.wvw && statedAgain(old.facts, old.modes.wvw, "wvw"),
    pvp: old.modes?.pvp && statedAgain(old.facts, old.modes.pvp, "pvp"),
    sources: old.modes?.wvw?.sources ?? old.modes?.pvp?.sources ?? [],
    weapon: strike?.kind === "damage" ? strike.weapon : undefined,
  });
  return compact({ ...now, facts, modes });
}

/** A mode's list as its source stated it: whole, or only what differs from PvE. */
function statedAgain(base: readonly Fact[], list: ModeFacts, mode: "wvw" | "pvp"): StatedFacts {
  const assumed = new Set(list.assumed);
  const facts = list.facts.flatMap((entry): Fact[] => {
    if (typeof entry !== "number") return [withoutReference(entry)];
    const fact = base[entry];
    if (!fact || assumed.has(entry)) return [];
    return list.basis === "stated" || fact.modes?.includes(mode) ? [withoutInference(fact)] : [];
  });
  return { facts, complete: list.basis === "stated", durations: {} };
}

function withoutReference({ replaces: _, ...fact }: Fact): Fact {
  return fact;
}

/** Marks of an earlier comparison are found anew. */
function withoutInference(fact: Fact): Fact {
  const { inferred, repeated: _repeated, alternative: _alternative, ...plain } = fact;
  return inferred ? compact({ ...plain, modes: undefined }) : plain;
}

function sortedUnion(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries({ ...a, ...b }).toSorted(([x], [y]) => (x < y ? -1 : 1)));
}
