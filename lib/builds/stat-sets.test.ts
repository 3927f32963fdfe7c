import { describe, expect, it } from "vitest";
import { loadGearTables } from "#lib/catalog/mechanics/load.ts";
import { STAT_SETS } from "./stat-sets.ts";

describe("stat sets", () => {
  it("are those with points in data/mechanics/gear.json; new ones are appended", () => {
    const withPoints = loadGearTables().combinations.map(({ name }) => name);
    expect([...STAT_SETS].sort()).toEqual(withPoints.sort());
  });
});
