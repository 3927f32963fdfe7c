import type { Attunement } from "../schema.ts";

/**
 * Both attunements of Weaver's dual skills on the weapons of 2024 and later. The API gives only one for pistol and
 * spear, and lists the hammer's under both. Source: dual-skill tables of two public build tools that agree
 * (read 2026-11); the game has one such skill per weapon and pair.
 */
export const WEAVER_DUAL_SKILLS: Readonly<Record<number, readonly [Attunement, Attunement]>> = {
  69164: ["Fire", "Earth"],
  69184: ["Fire", "Water"],
  69211: ["Water", "Air"],
  69246: ["Air", "Earth"],
  69341: ["Fire", "Air"],
  69413: ["Water", "Earth"],
  71863: ["Fire", "Water"],
  71898: ["Fire", "Air"],
  71960: ["Water", "Air"],
  71993: ["Fire", "Earth"],
  72023: ["Air", "Earth"],
  72062: ["Water", "Earth"],
  72906: ["Air", "Earth"],
  72914: ["Fire", "Earth"],
  72916: ["Fire", "Water"],
  73052: ["Water", "Air"],
  73062: ["Water", "Earth"],
  73104: ["Fire", "Air"],
};

/**
 * Spears came to land with the skills from this id on (expansion of August 2024); older spear skills are for
 * water. Used only where a skill's flags do not tell.
 */
export const FIRST_LAND_SPEAR_SKILL = 70000;

const HOLOSMITH = 57;
const VIRTUOSO = 66;
const TROUBADOUR = 73;

/**
 * Weapon skills that an elite specialization has in place of the weapon's ordinary ones. The API lists both in the
 * same slot, and a skill's own `specialization` names at most one. Seen from the facts: Holosmith's sword skills
 * have figures for heat, the others for the same sword do not; the mesmer ones throw blades in place of clones and
 * are listed twice, once for each of the two specializations without clones.
 */
export const SPECIALIZED_WEAPON_SKILLS: Readonly<Record<number, readonly number[]>> = {
  40160: [HOLOSMITH],
  43476: [HOLOSMITH],
  44110: [HOLOSMITH],
  62560: [VIRTUOSO, TROUBADOUR],
  62568: [VIRTUOSO, TROUBADOUR],
  69344: [VIRTUOSO, TROUBADOUR],
  69385: [VIRTUOSO, TROUBADOUR],
};
