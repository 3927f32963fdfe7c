import { describe, expect, it } from "vitest";
import { type ChosenBuild, isMet, traitEntries, traitEntriesByDefault } from "./free-build.ts";
import { heroPanelSources } from "./hero-panel.ts";
import type { MechanicEntry } from "./mechanics.ts";
import { indexMechanics } from "./mechanics-index.ts";

function trait(id: string, changes: Partial<MechanicEntry>): MechanicEntry {
  return {
    id,
    kind: "trait",
    name: id,
    specialization: { id: 1, name: "Line" },
    defaultOn: true,
    effects: { pve: [{ op: "add", target: "power", value: 100, unit: "points" }] },
    source: "s",
    ...changes,
  };
}

const entries = [
  trait("minor", { minor: true, gw2id: 10 }),
  trait("major", { gw2id: 20 }),
  trait("other-major", { gw2id: 21 }),
  trait("off", { gw2id: 20, defaultOn: false }),
  trait("other-line", { minor: true, specialization: { id: 2, name: "Other" } }),
];
const index = indexMechanics({ sources: {}, limits: {}, entries });
const chosen: ChosenBuild = { specializations: [1], traits: [20] };

describe("trait entries of a free build", () => {
  it("are the minor ones of chosen lines and those of chosen traits that are on by default", () => {
    expect(traitEntriesByDefault(chosen, index).map(({ id }) => id)).toEqual(["minor", "major"]);
    expect(traitEntries(chosen, index).map(({ id }) => id)).toEqual(["minor", "major", "off"]);
  });

  it("come line by line in the order of the build", () => {
    const both = { specializations: [2, 1], traits: [] };
    expect(traitEntriesByDefault(both, index).map(({ id }) => id)).toEqual(["other-line", "minor"]);
  });
});

describe("isMet", () => {
  it.each([
    [undefined, true],
    [{ traits: [20] }, true],
    [{ traits: [10] }, true],
    [{ traits: [21] }, false],
    [{ withoutTraits: [20] }, false],
    [{ withoutTraits: [21] }, true],
    [{ specializations: [2] }, false],
    [{ withoutSpecializations: [2] }, true],
    [{ weapons: ["Sword"] }, true],
    [{ legends: ["Legend2"] }, true],
  ])("of %j is %s while weapons and legends are not known", (requires, expected) => {
    expect(isMet(requires, chosen, index)).toBe(expected);
  });

  it("tests weapons and legends once they are known", () => {
    const armed = { ...chosen, weapons: ["Axe"], legends: ["Legend2"] };
    expect(isMet({ weapons: ["Sword"] }, armed, index)).toBe(false);
    expect(isMet({ weapons: ["Sword", "Axe"] }, armed, index)).toBe(true);
    expect(isMet({ legends: ["Legend3"] }, armed, index)).toBe(false);
  });
});

describe("heroPanelSources", () => {
  const amount = { label: "uptime", unit: "percent", default: 50, per: 100 } as const;
  const power = (rule: MechanicEntry["heroPanel"]): unknown => {
    const sources = heroPanelSources([{ entry: trait("t", { amount, heroPanel: rule }) }], "pve");
    return (
      sources.ok && sources.value.flatMap(({ effects }) => effects.map((effect) => "v" in effect && effect.v))
    );
  };

  it("shows permanent effects as they are, idle ones at full strength, boons and the rest not at all", () => {
    expect(power("always")).toEqual([50]);
    expect(power("idle")).toEqual([100]);
    expect(power("never")).toEqual([]);
    expect(power(undefined)).toEqual([]);
  });
});
