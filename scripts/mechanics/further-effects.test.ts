import { describe, expect, it } from "vitest";
import { loadMechanics } from "#lib/catalog/mechanics/load.ts";
import { findItemEntries } from "#lib/catalog/mechanics/names.ts";
import { FURTHER_EFFECTS, REVIEWED_SOURCE } from "./further-effects.ts";

const { entries } = loadMechanics();

describe("effects added to the curated source", () => {
  it("leave the hero panel as the curated source has it", () => {
    const added = entries.filter(({ source }) => source === REVIEWED_SOURCE);
    expect(added.map(({ id }) => id)).toEqual(FURTHER_EFFECTS.map(({ id }) => id));
    expect(added.filter(({ heroPanel }) => heroPanel === "always" || heroPanel === "idle")).toEqual([]);
  });

  it("never stand before a curated item of one of its names", () => {
    const curated = entries.filter(({ source }) => source === "discretize");
    for (const { kind, name, aliases = [] } of curated) {
      if (kind !== "rune" && kind !== "sigil" && kind !== "food" && kind !== "utility") continue;
      for (const spelling of [name, ...aliases]) {
        const [found] = findItemEntries(entries, kind, spelling);
        expect(found?.id, spelling).toBe(findItemEntries(curated, kind, spelling)[0]?.id);
      }
    }
  });
});
