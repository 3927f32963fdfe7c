import type { AttributeName } from "../schema.ts";

/** Attribute names of the API (old and new), of the wiki and of item texts, in lower case without spaces. */
const ATTRIBUTE_WORDS: Readonly<Record<string, AttributeName>> = {
  power: "power",
  precision: "precision",
  toughness: "toughness",
  vitality: "vitality",
  critdamage: "ferocity",
  ferocity: "ferocity",
  conditiondamage: "conditionDamage",
  conditionduration: "expertise",
  expertise: "expertise",
  boonduration: "concentration",
  concentration: "concentration",
  healing: "healingPower",
  healingpower: "healingPower",
  agonyresistance: "agonyResistance",
};

/** Point attribute that a word of the API's facts, items and stat sets stands for. */
export function attributeFromApi(word: string): AttributeName | undefined {
  return ATTRIBUTE_WORDS[word.toLowerCase().replaceAll(" ", "")];
}

/**
 * Point attribute that an effect line of an item names. "Boon Duration" and "Condition Duration" are percentages
 * there, not the points that the API means by BoonDuration.
 */
export function attributeFromEffect(words: string): AttributeName | undefined {
  const key = words.toLowerCase().replaceAll(" ", "");
  return key === "boonduration" || key === "conditionduration" ? undefined : ATTRIBUTE_WORDS[key];
}

/** Names that differ between the API and other sources, as the API spells them. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  Blind: "Blinded",
  Chill: "Chilled",
  Cripple: "Crippled",
  Immobilize: "Immobile",
  Immobilized: "Immobile",
  Poison: "Poisoned",
};

export function statusName(word: string): string {
  return STATUS_WORDS[word] ?? word;
}

/** Texts of the API's facts that only repeat their type. */
const EMPTY_LABELS: ReadonlySet<string> = new Set([
  "Apply Buff/Condition",
  "Attribute Conversion",
  "Combo Field",
  "Combo Finisher",
  "Condition",
  "Range",
  "Recharge",
  "StunBreak",
  "Breaks Stun",
  "Unblockable",
]);

/** The text of a fact as a label, or undefined when it says nothing beyond the fact's kind. */
export function labelOf(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/<[^>]*>/g, "")
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, "$1")
    .trim();
  return !plain || EMPTY_LABELS.has(plain) ? undefined : plain;
}

/** "Every word as it stands, first letters upper case, of and the and while lower case": one spelling per effect. */
export function effectName(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .map((word, index) =>
      index > 0 && SMALL_WORDS.has(word.toLowerCase()) ? word.toLowerCase() : capital(word),
    )
    .join(" ");
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  "a",
  "above",
  "after",
  "and",
  "below",
  "during",
  "for",
  "from",
  "if",
  "in",
  "is",
  "of",
  "on",
  "or",
  "per",
  "taken",
  "the",
  "to",
  "under",
  "vs",
  "vs.",
  "when",
  "while",
  "with",
]);

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
