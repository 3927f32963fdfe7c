import type { RawSources } from "./raw.ts";

/**
 * Where the records of the merged snapshot come from: no complete recent dump of the API was to be had in August
 * 2026, so several public copies were joined by id. `code` is what the records say in `factsSource` and `source`.
 */
export const SNAPSHOT_SOURCES: RawSources = {
  gameBuild: null,
  sources: {
    professions: [
      { code: "api-2026-05", name: "Official API, copy in gw2-wvw-log-analyzer", date: "2026-05" },
      { code: "api-2025-11", name: "Official API (English names)", date: "2025-11-26" },
      {
        code: "api-2026-07",
        name: "Official API (weapon bars and mechanics), copy in GW2-Squaded",
        date: "2026-07-31",
      },
    ],
    specializations: [
      { code: "api-2025-11", name: "Official API", date: "2025-11-26" },
      { code: "api-2026-07", name: "Official API (trait lists), copy in GW2-Squaded", date: "2026-07-31" },
    ],
    traits: [
      { code: "api-2026-07", name: "Official API (facts), copy in GW2-Squaded", date: "2026-07-31" },
      {
        code: "ei-2026-07",
        name: "Official API (trait skills), copy in GW2 Elite Insights Parser",
        date: "2026-07",
      },
      { code: "api-2025-11", name: "Official API (traited facts)", date: "2025-11-26" },
    ],
    skills: [
      {
        code: "metadata-2026-08",
        name: "Official API (metadata), copy in gw2-combat-simulator",
        date: "2026-08-12",
      },
      { code: "api-2023-05", name: "Official API, copy in GW2 Elite Insights Parser", date: "2023-05-06" },
      { code: "api-2026-07", name: "Official API (necromancer)", date: "2026-07" },
      { code: "api-damage-2026-07", name: "Official API (damage), guardian and mesmer", date: "2026-07" },
      {
        code: "api-conditions-2026-07",
        name: "Official API (conditions), guardian and mesmer",
        date: "2026-07",
      },
      {
        code: "api-damage",
        name: "Official API (damage, beside conditions), guardian and mesmer",
        date: "2026-07",
      },
      {
        code: "conditions-2026-07",
        name: "Official API (conditions, beside damage), guardian and mesmer",
        date: "2026-07",
      },
      {
        code: "recharge-2026-07",
        name: "Official API (recharge), copy in gw2-combat-simulator",
        date: "2026-07-25",
      },
      { code: "sim-2026-08", name: "gw2-combat-simulator (PvE figures)", date: "2026-08-12" },
      { code: "wiki-pve-2026-07", name: "Guild Wars 2 wiki (PvE), by gw2-combat-simulator", date: "2026-07" },
      { code: "wiki-pve-2026-08", name: "Guild Wars 2 wiki (PvE), by GW2-Squaded", date: "2026-08" },
      { code: "wiki-pve-2026-03", name: "Guild Wars 2 wiki (PvE), by gw2builds", date: "2026-03-13" },
      { code: "wiki-2026-03", name: "Guild Wars 2 wiki (WvW), by gw2builds", date: "2026-03-13" },
      { code: "wiki-wvw-2026-03", name: "Guild Wars 2 wiki (WvW), by gw2builds", date: "2026-03-13" },
      { code: "squaded-2026-08", name: "GW2-Squaded", date: "2026-08" },
      { code: "squaded-wiki-2026-07", name: "Guild Wars 2 wiki, by GW2-Squaded", date: "2026-07" },
      { code: "squaded-wvw-2026-08", name: "Guild Wars 2 wiki (WvW), by GW2-Squaded", date: "2026-08" },
    ],
    splits: [
      { code: "wiki-2026-03", name: "Guild Wars 2 wiki, by gw2builds", date: "2026-03-13" },
      { code: "wiki-2026-08", name: "Guild Wars 2 wiki, by GW2-Squaded", date: "2026-08" },
    ],
    statSets: [{ code: "api-2026-07", name: "Official API, copy in GW2-Squaded", date: "2026-07-31" }],
    items: [
      { code: "items-2025-12", name: "Official API, copy in gw2sdk", date: "2025-12-04" },
      { code: "squaded-2026-08", name: "Game items, by GW2-Squaded", date: "2026-08" },
    ],
    pets: [
      { code: "api-2026-07", name: "Official API, copy in GW2-Squaded", date: "2026-07-31" },
      { code: "sim-2026-08", name: "gw2-combat-simulator (families, Beastmode skills)", date: "2026-08-12" },
    ],
    legends: [
      { code: "api-2026-07", name: "Official API, copy in GW2-Squaded", date: "2026-07-31" },
      { code: "chatr-2026-06", name: "chatr (codes in build templates)", date: "2026-06-30" },
    ],
    palettes: [
      { code: "api-2026-05", name: "Official API, copy in gw2-wvw-log-analyzer", date: "2026-05" },
      { code: "sim-2026-08", name: "gw2-combat-simulator (later palette ids)", date: "2026-08-18" },
    ],
  },
};
