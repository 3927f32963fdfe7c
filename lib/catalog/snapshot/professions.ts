import { PROFESSIONS } from "#lib/shared/game.ts";
import { iconRef } from "../icon.ts";
import {
  ATTUNEMENTS,
  type Environment,
  type Legend,
  legendSchema,
  type Palette,
  type Pet,
  type ProfessionRecord,
  paletteSchema,
  petSchema,
  professionSchema,
  type Specialization,
  specializationSchema,
} from "../schema.ts";
import { compact, nonEmpty } from "./compact.ts";
import { FIRST_LAND_SPEAR_SKILL, SPECIALIZED_WEAPON_SKILLS, WEAVER_DUAL_SKILLS } from "./corrections.ts";
import type { RawLegend, RawPet, RawProfession, RawSkill, RawSpecialization } from "./raw.ts";
import type { ReportProblem } from "./report.ts";
import { checked } from "./skills.ts";

/** Raw skills by id, to tell what the profession's own lists leave open. */
export type RawSkills = ReadonlyMap<number, RawSkill>;

export function normaliseProfession(
  raw: RawProfession,
  skills: RawSkills,
  report: ReportProblem,
): ProfessionRecord | undefined {
  return checked(professionSchema, report, {
    id: raw.id,
    name: raw.name,
    code: raw.code ?? PROFESSIONS.findIndex((name) => String(name) === raw.id) + 1,
    icon: raw.icon && iconRef(raw.icon),
    iconBig: raw.icon_big && iconRef(raw.icon_big),
    flags: raw.flags ?? [],
    specializations: raw.specializations,
    weapons: Object.entries(raw.weapons)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([weapon, entry]) => normaliseWeapon(weapon, entry, skills)),
    skills: distinct(
      raw.skills.map(({ id, slot, attunement, source }) =>
        compact({ id, slot, attunement, stolenFrom: source }),
      ),
    ),
  });
}

type RawWeapon = RawProfession["weapons"][string];

const WATER_WEAPONS: ReadonlySet<string> = new Set(["Speargun", "Trident"]);
const HANDS = [
  ["Mainhand", "main"],
  ["Offhand", "off"],
  ["TwoHand", "two"],
] as const;

function normaliseWeapon(weapon: string, raw: RawWeapon, skills: RawSkills) {
  const entries = distinct(
    raw.skills.map((entry) => {
      const skill = skills.get(entry.id);
      const pair = WEAVER_DUAL_SKILLS[entry.id];
      return compact({
        id: entry.id,
        slot: Number(entry.slot.replace("Weapon_", "")),
        attunement: pair?.[0] ?? entry.attunement,
        dualAttunement: ATTUNEMENTS.find((word) => word === (pair?.[1] ?? skill?.dual_attunement)),
        offhand: entry.offhand,
        environment: environmentOf(weapon, entry.id, skill),
        onlyFor: nonEmpty(SPECIALIZED_WEAPON_SKILLS[entry.id]),
      });
    }),
  );
  const environments = new Set(entries.map((entry) => entry.environment));
  return compact({
    weapon,
    hands: HANDS.flatMap(([flag, hand]) => (raw.flags.includes(flag) ? [hand] : [])),
    environments: (["land", "water"] as const).filter((place) => environments.has(place)),
    specialization: raw.specialization,
    skills: entries.toSorted((a, b) => a.slot - b.slot),
  });
}

/** Harpoon gun and trident work under water only; a spear's skills are for one or the other. */
function environmentOf(weapon: string, id: number, skill: RawSkill | undefined): Environment {
  if (WATER_WEAPONS.has(weapon)) return "water";
  if (weapon !== "Spear" || skill?.flags?.includes("NoUnderwater")) return "land";
  return id >= FIRST_LAND_SPEAR_SKILL ? "land" : "water";
}

function distinct<T extends object>(list: readonly T[]): T[] {
  return [...new Map(list.map((entry) => [JSON.stringify(entry), entry])).values()];
}

export function normaliseSpecialization(
  raw: RawSpecialization,
  report: ReportProblem,
): Specialization | undefined {
  return checked(specializationSchema, report, {
    id: raw.id,
    name: raw.name,
    profession: raw.profession,
    elite: raw.elite,
    icon: raw.icon && iconRef(raw.icon),
    background: raw.background && iconRef(raw.background),
    professionIcon: raw.profession_icon && iconRef(raw.profession_icon),
    professionIconBig: raw.profession_icon_big && iconRef(raw.profession_icon_big),
    minorTraits: raw.minor_traits,
    majorTraits: raw.major_traits,
    weaponTrait: raw.weapon_trait,
    weapons: nonEmpty(raw._weapons),
  });
}

export function normalisePet(raw: RawPet, report: ReportProblem): Pet | undefined {
  return checked(petSchema, report, {
    id: raw.id,
    name: raw.name,
    icon: raw.icon && iconRef(raw.icon),
    family: raw._family,
    archetype: raw._archetype,
    skills: raw.skills.map((skill) => skill.id),
    beastmodeSkills: nonEmpty(raw._beastmode_skills),
  });
}

/** The API names no legend; its swap skill carries name, icon and specialization. */
export function normaliseLegend(
  raw: RawLegend,
  skills: RawSkills,
  report: ReportProblem,
): Legend | undefined {
  const swap = skills.get(raw.swap);
  const icon = raw._icon ?? swap?.icon;
  return checked(legendSchema, report, {
    id: raw.id,
    code: raw.code ?? Number(/^Legend(\d+)$/.exec(raw.id)?.[1]),
    name: raw._name ?? swap?.name,
    icon: icon && iconRef(icon),
    specialization: raw._specialization ?? swap?.specialization,
    swap: raw.swap,
    heal: raw.heal,
    utilities: raw.utilities,
    elite: raw.elite,
  });
}

/** Pairs of the API and, where given, of an additional table; the API wins where both know a palette id. */
export function normalisePalette(
  raw: RawProfession,
  extra: readonly (readonly [number, number])[],
  report: ReportProblem,
): Palette | undefined {
  const pairs = new Map([...extra, ...(raw.skills_by_palette ?? [])]);
  return checked(paletteSchema, report, {
    profession: raw.id,
    pairs: [...pairs].filter(([palette]) => palette > 0).toSorted(([a], [b]) => a - b),
  });
}
