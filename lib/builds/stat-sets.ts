/**
 * Stat sets of equipment, by the name players use (without "'s"). A loadout stores this name and not an id of the
 * official API: there several `itemstats` share one name (armor, trinkets, older items), which of them is on a piece
 * follows from its slot and rarity, and the points follow from name, slot and rarity (data/mechanics/gear.json, whose
 * names these are; a test compares the lists).
 *
 * Append only: the position + 1 is written into loadout codes that must be readable for ever (docs/loadout-code.md).
 * A stat set that leaves the game stays here.
 */
export const STAT_SETS = [
  "Berserker",
  "Assassin",
  "Harrier",
  "Commander",
  "Minstrel",
  "Magi",
  "Marauder",
  "Demolisher",
  "Cleric",
  "Nomad",
  "Zealot",
  "Viper",
  "Sinister",
  "Grieving",
  "Seraph",
  "Marshal",
  "Giver",
  "Knight",
  "Trailblazer",
  "Plaguedoctor",
  "Carrion",
  "Rabid",
  "Dire",
  "Vigilant",
  "Valkyrie",
  "Cavalier",
  "Celestial",
  "Diviner",
  "Soldier",
  "Sentinel",
  "Wanderer",
  "Apothecary",
  "Shaman",
  "Crusader",
  "Rampager",
  "Settler",
  "Bringer",
  "Ritualist",
  "Dragon",
  "BerserkerValkyrie",
  "RabidApothecary",
  "DireRabid",
  "Captain",
] as const;

export type StatSetName = (typeof STAT_SETS)[number];

/** How a stat set, or a piece named after one, is shown: "BerserkerValkyrie" is a mix, "Berserker and Valkyrie". */
export function statSetTitle(name: string): string {
  return name.replace(/([a-z])([A-Z])/, "$1 and $2");
}
