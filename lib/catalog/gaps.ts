/** What each code in the manifest's `gaps` means, in words for players. */
export const GAP_MEANINGS = {
  "skill-without-facts":
    "Skills of which no figures are known; most are kits, stances and swaps that have none",
  "skill-recharge-only": "Skills of which only the recharge is known",
  "skill-wvw-figures-only": "Skills whose figures are known for WvW only",
  "skill-some-wvw-figures-only": "Skills with at least one figure that is known for WvW only",
  "skill-flags-unknown":
    "Skills of which it is not known whether they work under water or are aimed at the ground",
  "skill-outside-api": "Skills known from community data, not from the official API",
  "skill-profession-unknown": "Racial, bundle and transform skills that name no profession",
  "skill-damage-disputed": "Skills whose total damage differs between sources",
  "skill-traited-facts-dated": "Skills whose changes by traits are of May 2023",
  "skill-facts-dated": "Skills whose list of figures starts from May 2023",
  "fact-unconfirmed": "Figures of May 2023 that no newer source repeats",
  "fact-mode-inferred": "Figures whose mode was found by comparing the API with the wiki",
  "fact-alternative": "Figures that may be a second effect, a level, or another mode's: shown, not counted",
  "trait-without-facts": "Traits without figures or skills",
  "wvw-recharge-assumed":
    "Skills and traits with a WvW list of their own that says nothing about the recharge: PvE's is shown",
  "wvw-incomplete": "Skills and traits of which only some WvW differences are known",
  "pvp-damage-only": "Skills of which PvP damage is known, and nothing else that is PvP's own",
  "pvp-amulets-missing": "Amulets of structured PvP are not in the data",
  "item-without-effect": "Items of which no effect could be read as a figure",
  "reference-unresolved": "Links to records that are not in the data",
} as const;

export type GapCode = keyof typeof GAP_MEANINGS;

/** The meaning of a gap's code; the code itself for one that a newer catalogue brought. */
export function gapMeaning(code: string): string {
  return Object.entries(GAP_MEANINGS).find(([known]) => known === code)?.[1] ?? code;
}
