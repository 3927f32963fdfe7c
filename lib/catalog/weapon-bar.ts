import type { SkillId, SpecializationId } from "#lib/shared/ids.ts";
import type {
  Attunement,
  Environment,
  ProfessionRecord,
  ProfessionWeapon,
  Skill,
  WeaponName,
  WeaponSkill,
} from "./schema.ts";

/** What the bar depends on, besides the profession. */
export interface WeaponBarChoice {
  /** Main hand or two-handed weapon. */
  readonly main?: WeaponName | undefined;
  readonly off?: WeaponName | undefined;
  readonly environment: Environment;
  readonly specializations: readonly SpecializationId[];
  /** Elementalist; Fire when absent. */
  readonly attunement?: Attunement | undefined;
  /** Weaver's second attunement: decides the dual skill and the off hand. */
  readonly secondAttunement?: Attunement | undefined;
}

/** One slot of a weapon bar. */
export interface WeaponBarSlot {
  readonly slot: 1 | 2 | 3 | 4 | 5;
  /** Absent when no weapon fills the slot. */
  readonly skill: SkillId | undefined;
}

const SLOTS = [1, 2, 3, 4, 5] as const;

/**
 * The five skills that the weapons in hand give. A skill of an elite specialization comes before the weapon's
 * ordinary one when that specialization is chosen; a thief's slot 3 follows the off hand.
 */
export function weaponBar(
  profession: ProfessionRecord,
  skillOf: (id: SkillId) => Skill | undefined,
  choice: WeaponBarChoice,
): readonly WeaponBarSlot[] {
  const main = findWeapon(profession, choice.main);
  const twoHanded = main?.hands.includes("two") ?? false;
  const off = twoHanded ? main : findWeapon(profession, choice.off);
  return SLOTS.map((slot) => {
    const weapon = slot <= 3 ? main : off;
    const entries = weapon?.skills.filter((entry) => entry.slot === slot && fits(entry, choice)) ?? [];
    const ranked = entries.toSorted((a, b) => rank(b, choice, skillOf) - rank(a, choice, skillOf));
    return { slot, skill: firstOfChain(ranked, skillOf)?.id };
  });
}

function findWeapon(
  profession: ProfessionRecord,
  name: WeaponName | undefined,
): ProfessionWeapon | undefined {
  return name && profession.weapons.find((weapon) => weapon.weapon === name);
}

function fits(entry: WeaponSkill, choice: WeaponBarChoice): boolean {
  if (entry.environment !== choice.environment) return false;
  if (entry.onlyFor && !entry.onlyFor.some((line) => choice.specializations.includes(line))) return false;
  if (entry.offhand && entry.offhand !== (choice.off ?? "Nothing")) return false;
  return fitsAttunement(entry, choice);
}

function fitsAttunement(entry: WeaponSkill, choice: WeaponBarChoice): boolean {
  if (entry.attunement === undefined) return true;
  const first = choice.attunement ?? "Fire";
  const second = choice.secondAttunement ?? first;
  if (entry.dualAttunement) {
    const pair = [entry.attunement, entry.dualAttunement];
    return first !== second && pair.includes(first) && pair.includes(second);
  }
  if (entry.slot === 3 && first !== second) return false;
  return entry.attunement === (entry.slot > 3 ? second : first);
}

/** Higher is better: made for the chosen specialization or off hand, then open to all. */
function rank(
  entry: WeaponSkill,
  choice: WeaponBarChoice,
  skillOf: (id: SkillId) => Skill | undefined,
): number {
  const line = skillOf(entry.id)?.specialization;
  const exact = (entry.onlyFor ? 4 : 0) + (entry.offhand ? 4 : 0);
  if (line === undefined) return exact + 1;
  return exact + (choice.specializations.includes(line) ? 2 : 0);
}

/** Where two candidates remain and one turns into the other, the one to press first. */
function firstOfChain(
  ranked: readonly WeaponSkill[],
  skillOf: (id: SkillId) => Skill | undefined,
): WeaponSkill | undefined {
  const [best, ...others] = ranked;
  return others.find((entry) => skillOf(entry.id)?.flip === best?.id && entry.onlyFor === undefined) ?? best;
}
