import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { resolveFacts } from "#lib/catalog/resolve-facts.ts";
import { ATTUNEMENTS, type Skill } from "#lib/catalog/schema.ts";
import type { Rarity } from "#lib/engine/mechanics.ts";
import { ROTATION_FACT_KINDS, type RotationFact } from "#lib/engine/rotation/facts.ts";
import type {
  BarGroup,
  RotationGap,
  RotationInput,
  RotationResource,
  RotationSkill,
  RotationUse,
} from "#lib/engine/rotation/input.ts";
import { isStrengthClass, type StrengthClass } from "#lib/engine/rotation/weapon-strength.ts";
import type { SupportInput, SupportSource } from "#lib/engine/support/input.ts";
import { statusNamed } from "#lib/engine/support/statuses.ts";
import { isChargeRecharge } from "#lib/engine/support/timing.ts";
import type { SkillId } from "#lib/shared/ids.ts";
import { kitSkills, swappedBar } from "./kit-skills.ts";
import type { Loadout } from "./loadout.ts";
import { UNKNOWN_SUPPORT_ATTRIBUTES } from "./support-attributes.ts";
import { chosenTraits, supportInput } from "./support-input.ts";
import type { FactContext } from "./support-source.ts";

/** In combat, whatever alacrity says. Guild Wars 2 Wiki "Weapon swap", 2026. */
const WEAPON_SWAP_SECONDS = 10;
/** With the warrior's trait Fast Hands: common knowledge, in no source read for this; the same page says only that it is less. */
const FAST_HANDS = { trait: 1416, seconds: 5 } as const;
/** gw2-combat-simulator, August 2026: any other attunement after 1.5 s, the one just left after 10 s; a weaver's after 4 s. */
const ATTUNEMENT_SECONDS = { swap: 1.5, back: 10 } as const;
const WEAVER = { specialization: 56, seconds: 4 } as const;
/** Guild Wars 2 Wiki "Legend" and "Energy", 2026. */
const LEGEND_SWAP_SECONDS = 10;
const ENERGY = { name: "Energy", start: 50, maximum: 100, perSecond: 5 } as const satisfies RotationResource;
/** Guild Wars 2 Wiki "Initiative", 2026. */
const INITIATIVE = {
  name: "Initiative",
  start: 12,
  maximum: 12,
  perSecond: 1,
} as const satisfies RotationResource;

/**
 * What `rotationEstimate` needs of a loadout: weapon skills on land with their auto attack chains, slot skills, kits,
 * toolbelt and profession mechanics, each with the facts of the loadout's mode. Never throws.
 */
export function rotationInput(loadout: Loadout, catalog: Catalog): RotationInput {
  const support = supportInput(loadout, catalog, UNKNOWN_SUPPORT_ATTRIBUTES);
  const context: FactContext = { mode: loadout.mode, traits: new Set(chosenTraits(loadout, catalog)) };
  const draft: Draft = { loadout, catalog, context, skills: [], gaps: [], places: new Map() };
  for (const source of support.sources) addSource(source, support, draft);
  const { a, b } = loadout.weapons;
  return {
    mode: loadout.mode,
    hasWeapons: [a.main, a.off, b.main, b.off].some((weapon) => weapon !== null),
    bars: support.bars,
    groups: groupsOf(support, draft),
    skills: draft.skills,
    resource: resourceOf(loadout),
    gaps: draft.gaps,
  };
}

interface Draft {
  readonly loadout: Loadout;
  readonly catalog: Catalog;
  readonly context: FactContext;
  readonly skills: RotationSkill[];
  readonly gaps: RotationGap[];
  /** Parts of the auto attack chain so far, by bar. */
  readonly places: Map<string, number>;
}

function addSource(source: SupportSource, { bars }: SupportInput, draft: Draft): void {
  if (source.kind !== "skill") {
    if (dealsDamage(source)) {
      const text = "its own damage counts only as far as it is among the effects that act.";
      draft.gaps.push({ name: source.name, text });
    }
    return;
  }
  const skill = draft.catalog.skills.get(source.id as SkillId);
  if (!skill) return;
  if (source.bar.startsWith("swapped-")) {
    addSwapped(source, skill, draft);
    return;
  }
  const use = rotationUse(source, skill, draft);
  const isThere = bars.some(({ id, timeShare }) => id === source.bar && timeShare !== null);
  if (isThere && typeof use !== "string") add(source.key, skill, source.bar, use, draft);
  else if (dealsDamage(source)) {
    const text = typeof use === "string" ? use : `not counted: ${barName(source.bar, bars)}.`;
    draft.gaps.push({ name: skill.name, text });
  }
}

function rotationUse(
  { use, key, bar }: SupportSource,
  skill: Skill,
  { places }: Draft,
): RotationUse | string {
  if (skill.initiative && use.kind === "listed") return { kind: "recharge" };
  switch (use.kind) {
    case "recharge":
      return { kind: "recharge" };
    case "chain": {
      const place = places.get(bar) ?? 0;
      places.set(bar, place + 1);
      return { kind: "auto", place };
    }
    case "after":
      return { kind: "after", key: use.keys[0] ?? key };
    case "upkeep":
      return "held skills are not counted.";
    case "listed":
      return `not counted: ${use.why}`;
    case "trigger":
      return "not counted: how often it happens is not stated.";
  }
}

/** Kits of an engineer are at hand all the time; other bars that a skill swaps in are not used. */
function addSwapped(source: SupportSource, skill: Skill, draft: Draft): void {
  const bar = swappedBar(source.bar, draft.catalog);
  if (bar?.isKit) {
    const place = kitSkills(bar.skill, draft.catalog).find(({ skill: { id } }) => id === skill.id);
    if (!place) return;
    add(source.key, skill, source.bar, place.use, draft);
    if (place.use.kind === "auto") addRestOfChain(source, skill, draft);
  } else if (dealsDamage(source)) {
    draft.gaps.push({
      name: bar?.skill.name ?? skill.name,
      text: "the skills of this form are not counted.",
    });
  }
}

function addRestOfChain({ key, bar }: SupportSource, first: Skill, draft: Draft): void {
  const seen = new Set([first.id]);
  let next = first.next;
  while (next !== undefined && !seen.has(next)) {
    const skill = draft.catalog.skills.get(next);
    if (!skill) return;
    add(`${key}+${seen.size}`, skill, bar, { kind: "auto", place: seen.size }, draft);
    seen.add(skill.id);
    next = skill.next;
  }
}

function add(key: string, skill: Skill, bar: string, use: RotationUse, draft: Draft): void {
  const { loadout } = draft;
  const { initiative = 0, cost = 0, castTimeMs, activationSeconds } = skill;
  if (use.kind === "after" && repeatsIts(use.key, skill, draft)) return;
  draft.skills.push({
    key,
    id: skill.id,
    name: skill.name,
    bar,
    use,
    strength: strengthOf(skill, bar),
    rarity: rarityOf(skill, bar, loadout),
    phantasm: skill.categories.includes("Phantasm"),
    cast: {
      measuredSeconds: castTimeMs === undefined ? null : castTimeMs / 1000,
      tooltipSeconds: activationSeconds ?? null,
    },
    ammunition: skill.facts.some((fact) => fact.kind === "time" && isChargeRecharge(fact.label)),
    cost: loadout.profession === "Thief" ? initiative : loadout.profession === "Revenant" ? cost : 0,
    facts: factsOf(skill, draft),
  });
}

/** A follow-up with the very strikes of the skill before it (a detonation) is that skill's own damage again. */
function repeatsIts(key: string, skill: Skill, { skills }: Draft): boolean {
  const parent = skills.find((one) => one.key === key);
  const strikes = (facts: readonly { readonly kind: string }[]): string =>
    JSON.stringify(
      facts.flatMap((fact) => {
        const { hits, coefficient } = fact as Partial<Extract<RotationFact, { kind: "damage" }>>;
        return fact.kind === "damage" ? [[hits, coefficient]] : [];
      }),
    );
  return (
    parent !== undefined && strikes(skill.facts) !== "[]" && strikes(parent.facts) === strikes(skill.facts)
  );
}

/**
 * The facts of the mode. A line that a trait adds counts only if the skill has no such line without the trait: some
 * added lines replace one, and the source of 2023 does not say which.
 */
function factsOf(skill: Skill, { context, gaps }: Draft): RotationFact[] {
  const { mode, traits } = context;
  const traited = skill.traitedFacts?.filter((fact) => {
    const isDouble = fact.overrides === undefined && skill.facts.some((base) => isSameKind(base, fact));
    if (isDouble && traits.has(fact.trait)) {
      gaps.push({
        name: skill.name,
        text: "a change of its damage by a trait is uncertain and not counted.",
      });
    }
    return !isDouble;
  });
  const bearer = { ...skill, traitedFacts: traited };
  return resolveFacts(bearer, mode, traits).facts.filter(isRotationFact);
}

type AnyFact = Skill["facts"][number];

function isSameKind(base: AnyFact, added: { readonly kind: string }): boolean {
  if (base.kind !== added.kind) return false;
  if (base.kind === "buff") return "status" in added && base.status === added.status;
  return base.kind === "damage";
}

const KINDS: ReadonlySet<string> = new Set(ROTATION_FACT_KINDS);

function isRotationFact<One extends AnyFact>(fact: One): fact is One & RotationFact {
  return KINDS.has(fact.kind);
}

function dealsDamage({ facts }: SupportSource): boolean {
  return facts.some(
    (fact) =>
      fact.kind === "damage" ||
      (fact.kind === "buff" && statusNamed(fact.status)?.condition != null && isDamaging(fact.status)),
  );
}

function isDamaging(status: string): boolean {
  return /^(bleeding|burning|confusion|poisoned|torment)$/i.test(status);
}

function strengthOf({ weapon, slot }: Skill, bar: string): StrengthClass {
  const named = weapon === "Speargun" ? "harpoon gun" : weapon?.toLowerCase();
  if (named !== undefined && isStrengthClass(named)) return named;
  if (bar.startsWith("swapped-")) return "kit";
  return slot?.startsWith("Profession_") ? "profession mechanic" : "unequipped";
}

/** The off hand strikes with the fourth and fifth weapon skill. */
function rarityOf({ slot }: Skill, bar: string, { weapons }: Loadout): Rarity {
  const set = bar.startsWith("weapons-a") ? weapons.a : bar.startsWith("weapons-b") ? weapons.b : null;
  if (!set) return "ascended";
  const isOff = slot === "Weapon_4" || slot === "Weapon_5";
  return ((isOff ? (set.off ?? set.main) : set.main) ?? set.off)?.rarity ?? "ascended";
}

function groupsOf({ bars }: SupportInput, draft: Draft): BarGroup[] {
  const ids = new Set(bars.map(({ id }) => id));
  return [...weaponGroup(ids, draft), ...attunementGroup(ids, draft), ...legendGroup(bars, ids)];
}

function weaponGroup(ids: ReadonlySet<string>, { context }: Draft): BarGroup[] {
  if (!ids.has("weapons-a") || !ids.has("weapons-b")) return [];
  const isFast = [...context.traits].some((id) => id === FAST_HANDS.trait);
  return [
    {
      id: "weapons",
      choices: [
        { name: "Weapon set 1", bars: ["weapons-a"] },
        { name: "Weapon set 2", bars: ["weapons-b"] },
      ],
      swapSeconds: isFast ? FAST_HANDS.seconds : WEAPON_SWAP_SECONDS,
      returnSeconds: 0,
      withAlacrity: false,
    },
  ];
}

function attunementGroup(ids: ReadonlySet<string>, { loadout }: Draft): BarGroup[] {
  if (loadout.profession !== "Elementalist") return [];
  const isWeaver = loadout.specializations.some((line) => line?.id === WEAVER.specialization);
  const choices = ATTUNEMENTS.map((attunement) => ({
    name: `${attunement} attunement`,
    bars: [`weapons-a-${attunement}`, `weapons-b-${attunement}`, `mechanics-${attunement}`].filter((id) =>
      ids.has(id),
    ),
  }));
  return [
    {
      id: "attunements",
      choices,
      swapSeconds: isWeaver ? WEAVER.seconds : ATTUNEMENT_SECONDS.swap,
      returnSeconds: isWeaver ? WEAVER.seconds : ATTUNEMENT_SECONDS.back,
      withAlacrity: true,
    },
  ];
}

function legendGroup(bars: SupportInput["bars"], ids: ReadonlySet<string>): BarGroup[] {
  if (!ids.has("legend2")) return [];
  const choice = (id: string) => ({ name: barName(id, bars), bars: [id] });
  return [
    {
      id: "legends",
      choices: [choice("slots"), choice("legend2")],
      swapSeconds: LEGEND_SWAP_SECONDS,
      returnSeconds: 0,
      withAlacrity: false,
      resourceOnSwap: ENERGY.start,
    },
  ];
}

function barName(id: string, bars: SupportInput["bars"]): string {
  return bars.find((bar) => bar.id === id)?.name ?? id;
}

function resourceOf({ profession }: Loadout): RotationResource | null {
  if (profession === "Thief") return INITIATIVE;
  return profession === "Revenant" ? ENERGY : null;
}
