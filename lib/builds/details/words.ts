import type { GameMode } from "#lib/shared/game.ts";

/** What a build is for in a group, in the words of group listings. */
export const BUILD_ROLES = [
  "power-dps",
  "condition-dps",
  "hybrid-dps",
  "quickness-dps",
  "alacrity-dps",
  "quickness-heal",
  "alacrity-heal",
  "heal",
  "support",
  "tank",
  "utility",
] as const;

export type BuildRole = (typeof BUILD_ROLES)[number];

export const ROLE_NAMES = {
  "power-dps": "Power DPS",
  "condition-dps": "Condition DPS",
  "hybrid-dps": "Hybrid DPS",
  "quickness-dps": "Quickness DPS",
  "alacrity-dps": "Alacrity DPS",
  "quickness-heal": "Quickness Heal",
  "alacrity-heal": "Alacrity Heal",
  heal: "Healer",
  support: "Support",
  tank: "Tank",
  utility: "Utility",
} as const satisfies Record<BuildRole, string>;

/** How hard a build is to play well, by its author's judgement. */
export const DIFFICULTIES = ["easy", "medium", "hard"] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

export const DIFFICULTY_NAMES = {
  easy: "Easy",
  medium: "Medium",
  hard: "Hard",
} as const satisfies Record<Difficulty, string>;

/** Where a build is played, in the order in which lists show it. */
export const ACTIVITIES = [
  "raid",
  "strike",
  "fractal",
  "convergence",
  "open-world",
  "story",
  "zerg",
  "havoc",
  "roaming",
  "guild-raid",
  "conquest",
  "2v2",
  "3v3",
] as const;

export type Activity = (typeof ACTIVITIES)[number];

export const ACTIVITY_NAMES = {
  raid: "Raid",
  strike: "Strike mission",
  fractal: "Fractal",
  convergence: "Convergence",
  "open-world": "Open world",
  story: "Story",
  zerg: "WvW zerg",
  havoc: "WvW havoc",
  roaming: "WvW roaming",
  "guild-raid": "WvW guild raid",
  conquest: "PvP conquest",
  "2v2": "PvP 2v2",
  "3v3": "PvP 3v3",
} as const satisfies Record<Activity, string>;

export const ACTIVITY_MODES = {
  raid: "pve",
  strike: "pve",
  fractal: "pve",
  convergence: "pve",
  "open-world": "pve",
  story: "pve",
  zerg: "wvw",
  havoc: "wvw",
  roaming: "wvw",
  "guild-raid": "wvw",
  conquest: "pvp",
  "2v2": "pvp",
  "3v3": "pvp",
} as const satisfies Record<Activity, GameMode>;
