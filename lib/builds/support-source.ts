import { type FactBearer, type ResolvedFact, resolveFacts } from "#lib/catalog/resolve-facts.ts";
import type { Fact, Skill } from "#lib/catalog/schema.ts";
import { SUPPORT_FACT_KINDS, type SupportFact } from "#lib/engine/support/facts.ts";
import type { SupportSource, SupportUse } from "#lib/engine/support/input.ts";
import { isChargeRecharge } from "#lib/engine/support/timing.ts";
import type { GameMode } from "#lib/shared/game.ts";
import type { SkillId, TraitId } from "#lib/shared/ids.ts";

/** What the facts of a build's skills and traits depend on. */
export interface FactContext {
  readonly mode: GameMode;
  /** Chosen major traits and the minor traits of the chosen lines. */
  readonly traits: ReadonlySet<TraitId>;
}

interface Bearer extends FactBearer {
  readonly id: number;
  readonly name: string;
  readonly alliedTargets?: number | "self" | undefined;
  /** Skills that a trait brings or casts. */
  readonly skills?: readonly SkillId[] | undefined;
}

/** A skill as a source of support, with its facts in the mode. `key` must be unique in the build. */
export function skillSource(skill: Skill, bar: string, use: SupportUse, context: FactContext): SupportSource {
  const { activationSeconds, castTimeMs, cost = 0, upkeep = 0 } = skill;
  const paysEnergy = skill.professions.includes("Revenant") && (cost > 0 || upkeep < 0);
  return {
    ...bearerSource("skill", skill, bar, use, context),
    cost: paysEnergy ? { perUse: cost, perSecond: Math.max(0, -upkeep) } : null,
    healSkill: skill.slot === "Heal",
    castSeconds: activationSeconds ?? (castTimeMs === undefined ? null : castTimeMs / 1000),
  };
}

/** A trait or a trait's skill as a source of support. */
export function bearerSource(
  kind: SupportSource["kind"],
  bearer: Bearer,
  bar: string,
  use: SupportUse,
  { mode, traits }: FactContext,
): SupportSource {
  const { facts, unknown } = resolveFacts(bearer, mode, traits);
  return {
    key: sourceKey(kind, bearer.id, bar),
    kind,
    id: bearer.id,
    name: bearer.name,
    bar,
    use,
    castSeconds: null,
    alliedTargets: bearer.alliedTargets ?? null,
    healSkill: false,
    ammunition: bearer.facts.some((fact) => fact.kind === "time" && isChargeRecharge(fact.label)),
    cost: null,
    factsKnown: bearer.facts.length > 0 || bearer.skills !== undefined,
    facts: facts.filter(isSupportFact),
    unknownFacts: unknown.filter(isSupportFact),
  };
}

export function sourceKey(kind: SupportSource["kind"], id: number, bar: string): string {
  return `${kind}:${id}@${bar}`;
}

const KINDS: ReadonlySet<string> = new Set(SUPPORT_FACT_KINDS);

function isSupportFact<One extends Fact | ResolvedFact>(
  fact: One,
): fact is One & Extract<One, { kind: SupportFact["kind"] }> {
  return KINDS.has(fact.kind);
}
