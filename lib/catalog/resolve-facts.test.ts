import { describe, expect, it } from "vitest";
import type { TraitId } from "#lib/shared/ids.ts";
import { type FactBearer, rechargeOf, resolveFacts } from "./resolve-facts.ts";
import type { Fact, TraitedFact } from "./schema.ts";

const RECHARGE: Fact = { kind: "recharge", seconds: 20 };
const STRIKE: Fact = { kind: "damage", hits: 1, coefficient: 2 };
const MIGHT: Fact = { kind: "buff", status: "Might", stacks: 3, seconds: 8 };
const PVE_FURY: Fact = { kind: "buff", status: "Fury", stacks: 1, seconds: 8, modes: ["pve"] };
const WVW_FURY: Fact = { kind: "buff", status: "Fury", stacks: 1, seconds: 4, modes: ["wvw"] };
const TRAIT = 214 as TraitId;

describe("resolveFacts", () => {
  it("takes PvE's list for every mode while no difference is known", () => {
    const bearer: FactBearer = { facts: [RECHARGE, MIGHT] };
    expect(resolveFacts(bearer, "pve")).toEqual({ basis: "stated", facts: [RECHARGE, MIGHT], unknown: [] });
    expect(resolveFacts(bearer, "wvw")).toEqual({ basis: "shared", facts: [RECHARGE, MIGHT], unknown: [] });
    expect(resolveFacts({ ...bearer, modesKnown: true }, "pvp").basis).toBe("stated");
  });

  it("never uses a figure in a mode for which it is not known", () => {
    const bearer: FactBearer = { facts: [MIGHT, PVE_FURY, WVW_FURY] };
    expect(resolveFacts(bearer, "pve")).toMatchObject({ facts: [MIGHT, PVE_FURY], unknown: [WVW_FURY] });
    expect(resolveFacts(bearer, "wvw")).toMatchObject({ facts: [MIGHT, WVW_FURY], unknown: [PVE_FURY] });
    expect(resolveFacts(bearer, "pvp")).toMatchObject({ facts: [MIGHT], unknown: [PVE_FURY, WVW_FURY] });
  });

  it("follows a mode's own list and marks what that took over from PvE", () => {
    const bearer: FactBearer = {
      facts: [RECHARGE, STRIKE, MIGHT],
      modes: {
        wvw: {
          basis: "stated",
          facts: [0, { kind: "damage", hits: 1, coefficient: 1.2, replaces: 1 }],
          assumed: [0],
          sources: ["wiki-2026-03"],
        },
      },
    };
    expect(resolveFacts(bearer, "wvw")).toEqual({
      basis: "stated",
      facts: [
        { ...RECHARGE, assumed: true },
        { kind: "damage", hits: 1, coefficient: 1.2, replaces: 1 },
      ],
      unknown: [],
    });
    expect(resolveFacts(bearer, "pve").facts).toEqual([RECHARGE, STRIKE, MIGHT]);
  });

  it("lists what an adjusted list leaves out as unknown", () => {
    const bearer: FactBearer = {
      facts: [STRIKE, MIGHT],
      modes: { pvp: { basis: "adjusted", facts: [1], sources: [] } },
    };
    expect(resolveFacts(bearer, "pvp")).toEqual({ basis: "adjusted", facts: [MIGHT], unknown: [STRIKE] });
  });

  it("leaves out lines that the API repeats", () => {
    const bearer: FactBearer = { facts: [MIGHT, { ...MIGHT, repeated: true }] };
    expect(resolveFacts(bearer, "pve")).toEqual({ basis: "stated", facts: [MIGHT], unknown: [] });
  });

  describe("with traits", () => {
    const added: TraitedFact = { kind: "buff", status: "Vigor", stacks: 1, seconds: 5, trait: TRAIT };
    const changed: TraitedFact = { kind: "damage", hits: 1, coefficient: 2.4, trait: TRAIT, overrides: 0 };
    const bearer: FactBearer = {
      facts: [STRIKE, MIGHT],
      traitedFacts: [added, changed],
      modes: {
        wvw: {
          basis: "adjusted",
          facts: [{ kind: "damage", hits: 1, coefficient: 1, replaces: 0 }, 1],
          sources: [],
        },
      },
    };

    it("changes and adds facts of the chosen traits only", () => {
      expect(resolveFacts(bearer, "pve").facts).toEqual([STRIKE, MIGHT]);
      expect(resolveFacts(bearer, "pve", new Set([TRAIT])).facts).toEqual([
        { kind: "damage", hits: 1, coefficient: 2.4, fromTrait: TRAIT },
        MIGHT,
        { kind: "buff", status: "Vigor", stacks: 1, seconds: 5, fromTrait: TRAIT },
      ]);
    });

    it("keeps a mode's own figure, and marks PvE's additions as assumed there", () => {
      expect(resolveFacts(bearer, "wvw", new Set([TRAIT])).facts).toEqual([
        { kind: "damage", hits: 1, coefficient: 1, replaces: 0 },
        MIGHT,
        { kind: "buff", status: "Vigor", stacks: 1, seconds: 5, fromTrait: TRAIT, assumed: true },
      ]);
    });
  });
});

describe("rechargeOf", () => {
  it("is the mode's own recharge, or undefined", () => {
    const bearer: FactBearer = {
      facts: [RECHARGE],
      modes: { wvw: { basis: "adjusted", facts: [{ ...RECHARGE, seconds: 25, replaces: 0 }], sources: [] } },
    };
    expect(rechargeOf(bearer, "pve")).toBe(20);
    expect(rechargeOf(bearer, "wvw")).toBe(25);
    expect(rechargeOf({ facts: [MIGHT] }, "pve")).toBeUndefined();
  });
});
