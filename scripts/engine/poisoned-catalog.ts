import { type Catalog, indexCatalog } from "#lib/catalog/catalog-index.ts";
import type { FactBearer } from "#lib/catalog/resolve-facts.ts";
import type { Fact } from "#lib/catalog/schema.ts";
import type { GameMode } from "#lib/shared/game.ts";
import { realCatalog } from "./random-loadouts.ts";

const cache = new Map<GameMode, Catalog>();

/**
 * The real catalogue in which every figure of a skill or trait that the mode does not have is not a number: whatever
 * reads one differs from what the real catalogue gives.
 */
export function poisonedCatalog(mode: GameMode): Catalog {
  const known = cache.get(mode);
  if (known !== undefined) return known;
  const { data } = realCatalog();
  const catalog = indexCatalog({
    ...data,
    skills: data.skills.map((skill) => poisonBearer(skill, mode)),
    traitSkills: data.traitSkills.map((skill) => poisonBearer(skill, mode)),
    traits: data.traits.map((trait) => poisonBearer(trait, mode)),
  });
  cache.set(mode, catalog);
  return catalog;
}

function poisonBearer<Bearer extends FactBearer>(bearer: Bearer, mode: GameMode): Bearer {
  const own = mode === "pve" ? undefined : bearer.modes?.[mode];
  const kept = own && new Set(own.facts.filter((entry) => typeof entry === "number"));
  const isOfMode = (fact: Fact) => fact.modes === undefined || fact.modes.includes(mode);
  const poisonUnlessOfMode = <One extends Fact>(fact: One) => (isOfMode(fact) ? fact : poison(fact));
  const { wvw, pvp } = bearer.modes ?? {};
  return {
    ...bearer,
    facts: bearer.facts.map((fact, index) =>
      kept && !kept.has(index) ? poison(fact) : poisonUnlessOfMode(fact),
    ),
    ...(bearer.traitedFacts && { traitedFacts: bearer.traitedFacts.map(poisonUnlessOfMode) }),
    ...(bearer.modes && {
      modes: {
        ...(wvw && { wvw: mode === "wvw" ? wvw : poisonList(wvw) }),
        ...(pvp && { pvp: mode === "pvp" ? pvp : poisonList(pvp) }),
      },
    }),
  };
}

type OwnList = NonNullable<NonNullable<FactBearer["modes"]>["wvw"]>;

function poisonList(list: OwnList): OwnList {
  return { ...list, facts: list.facts.map((entry) => (typeof entry === "number" ? entry : poison(entry))) };
}

/** References to other facts stay. */
const REFERENCES: ReadonlySet<string> = new Set(["trait", "overrides", "replaces"]);

function poison<One extends Fact>(fact: One): One {
  const spoilt = Object.entries(fact).map(([key, value]) =>
    typeof value === "number" && !REFERENCES.has(key) ? [key, Number.NaN] : [key, value],
  );
  return Object.fromEntries(spoilt) as One;
}
