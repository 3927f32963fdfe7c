import { iconRef } from "../icon.ts";
import {
  ATTUNEMENTS,
  type Fact,
  type ModeFacts,
  SKILL_FLAGS,
  type Skill,
  skillSchema,
  type Trait,
  type TraitedFact,
  type TraitSkill,
  traitSchema,
  traitSkillSchema,
} from "../schema.ts";
import { compact, flag, nonEmpty } from "./compact.ts";
import { WEAVER_DUAL_SKILLS } from "./corrections.ts";
import { normaliseFacts, normaliseTraitedFacts } from "./facts.ts";
import type { RawBalanceSplit, RawFact, RawSkill, RawTrait, RawTraitSkill } from "./raw.ts";
import type { ReportProblem } from "./report.ts";
import { applySplit } from "./splits.ts";

export function normaliseSkill(
  raw: RawSkill,
  split: RawBalanceSplit | undefined,
  report: ReportProblem,
): Skill | undefined {
  const lists = factLists(raw, split, report);
  return checked(skillSchema, report, {
    id: raw.id,
    name: raw.name,
    icon: raw.icon && iconRef(raw.icon),
    type: raw.type,
    slot: raw.slot,
    professions: raw.professions ?? [],
    specialization: raw.specialization,
    weapon: raw.weapon_type === "None" ? undefined : raw.weapon_type,
    attunement: WEAVER_DUAL_SKILLS[raw.id]?.[0] ?? raw.attunement,
    dualAttunement: raw.dual_attunement ?? WEAVER_DUAL_SKILLS[raw.id]?.[1],
    dualWield: raw.dual_wield === "None" ? undefined : raw.dual_wield,
    categories: raw.categories ?? [],
    flags: raw.flags?.filter((word) => SKILL_FLAGS.some((known) => known === word)),
    cost: raw.cost,
    initiative: raw.initiative,
    upkeep: raw._upkeep,
    rechargeSeconds: rechargeIn(lists.facts),
    activationSeconds: raw._activation,
    castTimeMs: raw._cast_time_ms,
    flip: raw.flip_skill,
    next: raw.next_chain,
    previous: raw.prev_chain,
    toolbelt: raw.toolbelt_skill,
    bundle: nonEmpty(unique(raw.bundle_skills)),
    transform: nonEmpty(unique(raw.transform_skills)),
    bar: nonEmpty(raw._bar_skills),
    subskills: nonEmpty(
      raw.subskills?.map((sub) =>
        compact({
          id: sub.id,
          attunement: ATTUNEMENTS.find((word) => word === sub.attunement),
          form: sub.form,
        }),
      ),
    ),
    alliedTargets: raw._allied_targets,
    ...lists,
    modesKnown: flag(raw._modes_known),
    factsSource: raw._facts_source ?? undefined,
    traitedFactsSource: lists.traitedFacts && raw._traited_facts_source,
    simulatorCoefficient: raw._sim_damage_total,
    notInApi: flag(raw._not_in_api),
    reworkedFrom: raw._reworked_from,
    sameNameAs: nonEmpty(raw._same_name_as),
  });
}

export function normaliseTraitSkill(
  raw: RawTraitSkill,
  split: RawBalanceSplit | undefined,
  report: ReportProblem,
): TraitSkill | undefined {
  const lists = factLists(raw, split, report);
  return checked(traitSkillSchema, report, {
    id: raw.id,
    name: raw.name,
    icon: raw.icon && iconRef(raw.icon),
    categories: raw.categories ?? [],
    rechargeSeconds: rechargeIn(lists.facts),
    ...lists,
  });
}

export function normaliseTrait(
  raw: RawTrait,
  skills: readonly number[],
  split: RawBalanceSplit | undefined,
  report: ReportProblem,
): Trait | undefined {
  return checked(traitSchema, report, {
    id: raw.id,
    name: raw.name,
    icon: raw.icon && iconRef(raw.icon),
    specialization: raw.specialization,
    slot: raw.slot,
    tier: raw.tier,
    order: raw.order,
    skills: nonEmpty(skills),
    alliedTargets: raw._allied_targets,
    ...factLists(raw, split, report),
  });
}

interface FactLists {
  readonly facts: Fact[];
  readonly traitedFacts: [TraitedFact, ...TraitedFact[]] | undefined;
  readonly modes: { wvw?: ModeFacts; pvp?: ModeFacts } | undefined;
}

function factLists(
  raw: { facts?: RawFact[]; traited_facts?: RawFact[] },
  split: RawBalanceSplit | undefined,
  report: ReportProblem,
): FactLists {
  const base = normaliseFacts(raw.facts, report);
  const traitedFacts = nonEmpty(normaliseTraitedFacts(raw.traited_facts, base, report));
  const { facts, modes } = applySplit(base.facts, split, report);
  return { facts, traitedFacts, modes };
}

/** Recharge in PvE. */
function rechargeIn(facts: readonly Fact[]): number | undefined {
  const fact = facts.find((one) => one.kind === "recharge" && (one.modes?.includes("pve") ?? true));
  return fact?.kind === "recharge" ? fact.seconds : undefined;
}

function unique(list: readonly number[] | undefined): number[] {
  return [...new Set(list)];
}

interface Checker<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

/** The record as the schema wants it, or undefined with a report of every field at fault. */
export function checked<T>(schema: Checker<T>, report: ReportProblem, record: object): T | undefined {
  const parsed = schema.safeParse(compact(record));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) report(`${issue.path.join(".") || "record"}: ${issue.message}`);
  return undefined;
}
