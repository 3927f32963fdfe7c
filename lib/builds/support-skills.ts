import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { ATTUNEMENTS, type Skill, WEAPONS } from "#lib/catalog/schema.ts";
import { weaponBar } from "#lib/catalog/weapon-bar.ts";
import type { SupportBar, SupportGap, SupportSource, SupportUse } from "#lib/engine/support/input.ts";
import type { SkillId } from "#lib/shared/ids.ts";
import type { Loadout, WeaponSet } from "./loadout.ts";
import { burstOf, professionMechanics, toolbeltSkills } from "./profession-mechanics.ts";
import { type FactContext, skillSource, sourceKey } from "./support-source.ts";

/** Bars, sources and gaps under construction. */
export class SupportDraft {
  readonly bars: SupportBar[] = [];
  readonly sources: SupportSource[] = [];
  readonly gaps: SupportGap[] = [];
  readonly #keys = new Set<string>();
  readonly loadout: Loadout;
  readonly catalog: Catalog;
  readonly context: FactContext;

  constructor(loadout: Loadout, catalog: Catalog, context: FactContext) {
    this.loadout = loadout;
    this.catalog = catalog;
    this.context = context;
  }

  bar(id: string, name: string, timeShare: number | null): string {
    if (!this.bars.some((bar) => bar.id === id)) this.bars.push({ id, name, timeShare });
    return id;
  }

  /** Adds a source unless it is there already. */
  add(source: SupportSource): void {
    if (this.#keys.has(source.key)) return;
    this.#keys.add(source.key);
    this.sources.push(source);
  }

  skill(id: SkillId | null | undefined): Skill | undefined {
    if (id === null || id === undefined) return undefined;
    const skill = this.catalog.skills.get(id);
    if (!skill) this.gaps.push({ name: `Skill ${id}`, text: "not in the catalogue." });
    return skill;
  }
}

const RECHARGE: SupportUse = { kind: "recharge" };

/** Heal, utility and elite skills on land; a revenant's second legend as a bar of its own. */
export function addSlotSkills(draft: SupportDraft): void {
  const { loadout, catalog } = draft;
  const { heal, utility, elite } = loadout.skills.terrestrial;
  const codes = loadout.legends?.terrestrial ?? [null, null];
  const second = codes[1] === null ? undefined : catalog.legends.get(codes[1]);
  const share = second && codes[0] !== null ? 1 / 2 : 1;
  const slots = draft.bar("slots", second ? "First legend" : "Slot skills", share);
  for (const id of [heal, ...utility, elite]) addUsed(draft, draft.skill(id), slots);
  if (!second) return;
  const bar = draft.bar("legend2", "Second legend", share);
  const chosen = loadout.legends?.inactiveUtility.terrestrial ?? [];
  const utilities = chosen.some((id) => id !== null) ? chosen : second.utilities;
  for (const id of [second.heal, ...utilities, second.elite]) addUsed(draft, draft.skill(id), bar);
}

/** Profession mechanics, toolbelt, a warrior's bursts, a ranger's pets. */
export function addMechanics(draft: SupportDraft): void {
  const { loadout, catalog, context } = draft;
  const bar = draft.bar("mechanics", "Profession mechanic", 1);
  for (const { skill, sharesSlot } of professionMechanics(loadout, catalog, context.traits)) {
    const own = skill.attunement
      ? draft.bar(`mechanics-${skill.attunement}`, `${skill.attunement} attunement`, 1 / ATTUNEMENTS.length)
      : bar;
    if (sharesSlot) {
      const why = "Several skills share its slot; which one is there is not part of the build.";
      draft.add(skillSource(skill, own, { kind: "listed", why }, context));
    } else addUsed(draft, skill, own);
  }
  for (const skill of toolbeltSkills(loadout, catalog)) addUsed(draft, skill, bar);
  addPets(draft);
}

function addPets(draft: SupportDraft): void {
  const { loadout, catalog, context } = draft;
  for (const id of loadout.pets?.terrestrial ?? []) {
    const pet = id === null ? undefined : catalog.pets.get(id);
    if (!pet) continue;
    const bar = draft.bar(`pet-${pet.id}`, `Pet: ${pet.name.replace(/^Juvenile /, "")}`, null);
    for (const skill of [...pet.skills, ...(pet.beastmodeSkills ?? [])].map((one) => draft.skill(one))) {
      if (skill) draft.add(skillSource(skill, bar, RECHARGE, context));
    }
  }
}

/** Both weapon sets on land with their chains; for an elementalist each attunement; a warrior's burst with its weapon. */
export function addWeaponSkills(draft: SupportDraft): void {
  const { loadout, catalog } = draft;
  const profession = catalog.professions.get(loadout.profession);
  const sets = [
    { id: "a", name: "Weapon set 1", set: loadout.weapons.a },
    { id: "b", name: "Weapon set 2", set: loadout.weapons.b },
  ].filter(({ set }) => set.main !== null || set.off !== null);
  const used = profession?.flags.includes("NoWeaponSwap") ? sets.slice(0, 1) : sets;
  for (const { id, name, set } of used) {
    const attunements = loadout.profession === "Elementalist" ? ATTUNEMENTS : [undefined];
    const share = 1 / used.length / attunements.length;
    for (const attunement of attunements) {
      const title = attunement ? `${name}, ${attunement}` : name;
      const bar = draft.bar(`weapons-${id}${attunement ? `-${attunement}` : ""}`, title, share);
      for (const skill of weaponSkills(draft, set, attunement)) addWeaponSkill(draft, skill, bar);
    }
    addBurst(draft, set, `weapons-${id}`);
  }
  if (loadout.skillOverrides.length > 0) {
    const variants = draft.bar("variants", "Variants of weapon skills", null);
    for (const skill of loadout.skillOverrides.map((one) => draft.skill(one))) {
      if (skill) draft.add(skillSource(skill, variants, RECHARGE, draft.context));
    }
  }
}

function weaponSkills(
  { loadout, catalog }: SupportDraft,
  set: WeaponSet,
  attunement: (typeof ATTUNEMENTS)[number] | undefined,
): Skill[] {
  const profession = catalog.professions.get(loadout.profession);
  if (!profession) return [];
  const named = (type: string | undefined) => WEAPONS.find((weapon) => weapon === type);
  const bar = weaponBar(profession, (id) => catalog.skills.get(id), {
    main: named(set.main?.type),
    off: named(set.off?.type),
    environment: "land",
    specializations: loadout.specializations.flatMap((line) => (line ? [line.id] : [])),
    attunement,
  });
  return bar.flatMap(({ skill }) => {
    const record = skill === undefined ? undefined : catalog.skills.get(skill);
    return record ? [record] : [];
  });
}

function addBurst(draft: SupportDraft, set: WeaponSet, bar: string): void {
  if (draft.loadout.profession !== "Warrior" || !set.main) return;
  const burst = burstOf(set.main.type, draft.loadout, draft.catalog);
  if (burst) addUsed(draft, burst, bar);
  else
    draft.gaps.push({
      name: `Burst of ${set.main.type}`,
      text: "not linked to its weapon in the catalogue.",
    });
}

function addWeaponSkill(draft: SupportDraft, skill: Skill, bar: string): void {
  if (skill.initiative) {
    const why = "Costs initiative in place of a recharge; how often it is used is not assumed.";
    draft.add(skillSource(skill, bar, { kind: "listed", why }, draft.context));
    addFollowUps(draft, skill, bar);
    return;
  }
  if (skill.slot !== "Weapon_1" || skill.rechargeSeconds) addUsed(draft, skill, bar);
  else addAutoAttack(draft, skill, bar);
}

function addAutoAttack(draft: SupportDraft, skill: Skill, bar: string): void {
  const { catalog, context } = draft;
  const chain = chainOf(skill, catalog);
  const casts = chain.map(
    ({ castTimeMs, activationSeconds }) => castTimeMs ?? (activationSeconds ?? 0) * 1000,
  );
  const chainSeconds = casts.every((cast) => cast > 0)
    ? casts.reduce((sum, cast) => sum + cast, 0) / 1000
    : null;
  for (const part of chain) draft.add(skillSource(part, bar, { kind: "chain", chainSeconds }, context));
  const flip = skill.flip === undefined ? undefined : catalog.skills.get(skill.flip);
  if (flip && flip.name !== skill.name && !chain.includes(flip)) {
    const why = "Takes the place of the first weapon skill at times; how often is not stated.";
    draft.add(skillSource(flip, bar, { kind: "listed", why }, context));
  }
}

function chainOf(first: Skill, catalog: Catalog): Skill[] {
  const chain = [first];
  let next = first.next === undefined ? undefined : catalog.skills.get(first.next);
  while (next && !chain.includes(next)) {
    chain.push(next);
    next = next.next === undefined ? undefined : catalog.skills.get(next.next);
  }
  return chain;
}

/** A skill used whenever ready, the skills it turns into, and the bar it swaps in. */
function addUsed(draft: SupportDraft, skill: Skill | undefined, bar: string): void {
  if (!skill) return;
  const { catalog, context } = draft;
  const charges = skill.categories.includes("Mantra")
    ? draft.catalog.skills.get(skill.flip ?? skill.id)
    : undefined;
  if (charges && charges !== skill) {
    const why = `Prepares ${charges.name}, which is used instead.`;
    draft.add(skillSource(skill, bar, { kind: "listed", why }, context));
    draft.add(skillSource(charges, bar, RECHARGE, context));
    const last = charges.flip === undefined ? undefined : catalog.skills.get(charges.flip);
    if (last) {
      const instead = "Spends the last charge and then the whole mantra recharges; not assumed.";
      draft.add(skillSource(last, bar, { kind: "listed", why: instead }, context));
    }
  } else {
    const use: SupportUse = skill.upkeep !== undefined && skill.upkeep !== 0 ? { kind: "upkeep" } : RECHARGE;
    draft.add(skillSource(skill, bar, use, context));
    addFollowUps(draft, skill, bar);
  }
  addSwappedBar(draft, skill);
}

/** Skills that a skill turns into or chains to. A version of the same name stands for the skill itself. */
function addFollowUps(draft: SupportDraft, skill: Skill, bar: string): void {
  const seen = new Set([skill.id]);
  let from = skill;
  for (;;) {
    const id = [from.flip, from.next].find((one) => one !== undefined && !seen.has(one));
    const follow = id === undefined ? undefined : draft.catalog.skills.get(id);
    if (!follow || !isOpen(draft, follow)) return;
    seen.add(follow.id);
    if (follow.name === skill.name && follow.facts.some((fact) => fact.kind === "stunBreak")) {
      noteStunBreak(draft, skill);
    }
    if (follow.name !== from.name && !isLeaving(follow)) draft.add(followUp(draft, from, follow, bar));
    from = follow;
  }
}

/** Whether the lines allow a skill: overloads hang on attunements, but only a tempest has them. */
function isOpen({ loadout }: SupportDraft, { specialization, slot }: Skill): boolean {
  if (specialization === undefined || !slot?.startsWith("Profession_")) return true;
  return loadout.specializations.some((line) => line?.id === specialization);
}

/** Skills that only end another: they have no facts and need none. */
function isLeaving({ name, facts }: Skill): boolean {
  return facts.length === 0 && /^(Stow|Leave|Exit|Release|Dismiss|Drop|Relinquish)\b/.test(name);
}

function followUp({ context }: SupportDraft, from: Skill, follow: Skill, bar: string): SupportSource {
  const use: SupportUse =
    from.upkeep !== undefined && from.upkeep !== 0
      ? { kind: "listed", why: `Instead of holding ${from.name}.` }
      : {
          kind: "after",
          keys: [sourceKey("skill", from.id, bar)],
          counted: "potential",
          when: `If used after each ${from.name}`,
        };
  return skillSource(follow, bar, use, context);
}

function noteStunBreak(draft: SupportDraft, skill: Skill): void {
  if (skill.facts.some((fact) => fact.kind === "stunBreak")) return;
  draft.gaps.push({
    name: skill.name,
    text: "another version of it breaks stuns; when that one holds is not stated.",
  });
}

/** Kits, conjured weapons, forms, shrouds and tomes: listed, never assumed to be held. */
function addSwappedBar(draft: SupportDraft, skill: Skill): void {
  const ids = skill.bar ?? skill.bundle ?? skill.transform;
  if (!ids) return;
  const bar = draft.bar(`swapped-${skill.id}`, skill.name, null);
  for (const id of ids) {
    const one = draft.catalog.skills.get(id);
    if (one && one.facts.length > 0) draft.add(skillSource(one, bar, RECHARGE, draft.context));
  }
}
