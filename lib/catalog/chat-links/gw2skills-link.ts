import type { GameMode, Profession } from "#lib/shared/game.ts";

/** What the address of a gw2skills.net editor build tells by itself; null: not recognized. */
export interface Gw2SkillsLink {
  readonly profession: Profession | null;
  readonly mode: GameMode | null;
}

const EDITOR_ADDRESS = /(?:^|[/.\s])gw2skills\.net\/editor\/?\?([A-Za-z0-9+/]+)(-[A-Za-z0-9+/-]*)?/i;

/**
 * The second character is the site's own number of the profession, 1 to 9 in four bits. Observed in 36 of 36 public
 * links of the current form, which all begin with P; the layout of the rest is unpublished.
 */
const PROFESSION_BY_CHARACTER: Readonly<Record<string, Profession>> = {
  G: "Elementalist",
  K: "Warrior",
  O: "Ranger",
  S: "Necromancer",
  W: "Guardian",
  a: "Thief",
  e: "Engineer",
  i: "Mesmer",
  m: "Revenant",
};

/** Last block of the address. The one of PvP is not known. */
const MODE_BY_SUFFIX: Readonly<Record<string, GameMode>> = { e: "pve", w: "wvw" };

/** Recognizes an address of the gw2skills.net editor in a text. Null where there is none. */
export function readGw2SkillsLink(text: string): Gw2SkillsLink | null {
  const match = EDITOR_ADDRESS.exec(text);
  const build = match?.[1];
  if (build === undefined) return null;
  const suffix = match?.[2]?.split("-").at(-1) ?? "";
  return {
    profession: (build.startsWith("P") ? PROFESSION_BY_CHARACTER[build.charAt(1)] : undefined) ?? null,
    mode: MODE_BY_SUFFIX[suffix] ?? null,
  };
}
