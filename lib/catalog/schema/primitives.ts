import { z } from "zod";
import { GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import type {
  ItemId,
  LegendCode,
  PaletteId,
  PetId,
  SkillId,
  SpecializationId,
  StatSetId,
  TraitId,
} from "#lib/shared/ids.ts";
import { ICON_REF_PATTERN } from "../icon.ts";

const isId = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;

function id<Brand extends number>(what: string) {
  return z.custom<Brand>(isId, { error: `expected the id of a ${what}: a whole number above 0` });
}

export const skillId = id<SkillId>("skill");
export const traitId = id<TraitId>("trait");
export const specializationId = id<SpecializationId>("specialization");
export const itemId = id<ItemId>("item");
export const statSetId = id<StatSetId>("stat set");
export const petId = id<PetId>("pet");
export const paletteId = id<PaletteId>("palette entry");
export const legendCode = id<LegendCode>("legend (code)");

export const professionName = z.enum(PROFESSIONS);
export const gameMode = z.enum(GAME_MODES);

/** "SIGNATURE/FILEID" of an icon; `iconUrl` makes the address of it. */
export const icon = z.string().regex(ICON_REF_PATTERN, { error: "expected an icon as SIGNATURE/FILEID" });

/** Name of a thing of the game, or a short label: one line, never prose. */
export const name = z.string().max(100, { error: "longer than 100 characters: not a name" });

/** Short label that tells facts apart; the longest of the game's own has 60 characters. */
export const label = z.string().min(1).max(80, { error: "longer than 80 characters: prose, not a label" });

export const ATTRIBUTES = [
  "power",
  "precision",
  "toughness",
  "vitality",
  "ferocity",
  "conditionDamage",
  "expertise",
  "concentration",
  "healingPower",
  "agonyResistance",
] as const;

/** Point attributes. The official API still says CritDamage, ConditionDuration, BoonDuration and Healing. */
export type AttributeName = (typeof ATTRIBUTES)[number];
export const attributeName = z.enum(ATTRIBUTES);

export const ATTUNEMENTS = ["Fire", "Water", "Air", "Earth"] as const;
export type Attunement = (typeof ATTUNEMENTS)[number];
export const attunement = z.enum(ATTUNEMENTS);
