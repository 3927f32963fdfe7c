/** Words every domain shares. Codes and names are the game's own (build template links, official API). */

export const PROFESSIONS = [
  "Guardian",
  "Warrior",
  "Engineer",
  "Ranger",
  "Thief",
  "Elementalist",
  "Mesmer",
  "Necromancer",
  "Revenant",
] as const;

/** Profession id of the official API. Its position + 1 is the code in a build template link. */
export type Profession = (typeof PROFESSIONS)[number];

export const GAME_MODES = ["pve", "wvw", "pvp"] as const;

/** Decides which of the game's split figures hold. */
export type GameMode = (typeof GAME_MODES)[number];

export const GAME_MODE_NAMES = { pve: "PvE", wvw: "WvW", pvp: "PvP" } as const satisfies Record<
  GameMode,
  string
>;

/** The mode that a text names; undefined where it names none. */
export function gameMode(text: unknown): GameMode | undefined {
  return GAME_MODES.find((mode) => mode === text);
}

export const VISIBILITIES = ["private", "unlisted", "public"] as const;

/** Who may read a build: its owner; everybody with the link; everybody, and it is listed. */
export type Visibility = (typeof VISIBILITIES)[number];
