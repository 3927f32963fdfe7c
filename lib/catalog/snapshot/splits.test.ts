import { describe, expect, it } from "vitest";
import type { Fact } from "../schema.ts";
import { type RawBalanceSplit, rawBalanceSplitSchema } from "./raw.ts";
import { applySplit } from "./splits.ts";

const RECHARGE: Fact = { kind: "recharge", seconds: 20 };
const STRIKE: Fact = { kind: "damage", hits: 4, coefficient: 0.5 };
const MIGHT: Fact = { kind: "buff", status: "Might", stacks: 2, seconds: 10 };
const STUN: Fact = { kind: "control", control: "stun", seconds: 2 };

const rawStrike = (total: number) => ({
  type: "Damage",
  text: "Damage",
  dmg_multiplier: total,
  hit_count: 1,
  _total: true,
});
const rawMight = (duration: number) => ({
  type: "Buff",
  text: "Apply Buff/Condition",
  status: "Might",
  apply_count: 2,
  duration,
});

function split(modes: object): RawBalanceSplit {
  return rawBalanceSplitSchema.parse({ id: 1, kind: "skill", modes, _sources: ["wiki-2026-03"] });
}

function apply(base: readonly Fact[], modes: object) {
  const problems: string[] = [];
  const joined = applySplit(base, split(modes), (problem) => problems.push(problem));
  expect(problems).toEqual([]);
  return joined;
}

describe("applySplit", () => {
  it("lets a complete WvW list replace PvE's, but for the kinds on which it is silent", () => {
    const { modes } = apply([RECHARGE, STRIKE, MIGHT, STUN], {
      wvw: { complete: true, facts: [rawStrike(1.2), rawMight(10)] },
    });
    expect(modes?.wvw).toEqual({
      basis: "stated",
      facts: [0, { kind: "damage", hits: 4, coefficient: 0.3, replaces: 1 }, 2, 3],
      assumed: [0, 3],
      sources: ["wiki-2026-03"],
    });
    expect(modes?.pvp).toBeUndefined();
  });

  it("drops what a complete list does not have", () => {
    const { modes } = apply([STRIKE, MIGHT], { wvw: { complete: true, facts: [rawStrike(2)] } });
    expect(modes?.wvw?.facts).toEqual([0]);
  });

  it("changes only what an incomplete list states", () => {
    const { modes } = apply([RECHARGE, STRIKE, MIGHT], {
      wvw: { complete: false, facts: [{ type: "Recharge", text: "Recharge", value: 25 }] },
    });
    expect(modes?.wvw).toMatchObject({
      basis: "adjusted",
      facts: [{ kind: "recharge", seconds: 25, replaces: 0 }, 1, 2],
    });
  });

  it("reads PvP strikes, and keeps the hits of the PvE strike", () => {
    const { modes } = apply([STRIKE, MIGHT], {
      pvp: { damage: [{ text: "Damage", coefficient: 1, weapon: "sword" }] },
    });
    expect(modes?.pvp?.facts).toEqual([
      { kind: "damage", hits: 4, coefficient: 0.25, weapon: "sword", replaces: 0 },
      1,
    ]);
  });

  it("does not count old strikes beside new ones when their numbers differ", () => {
    const second: Fact = { kind: "damage", hits: 1, coefficient: 2, label: "Final Strike" };
    const { modes } = apply([STRIKE, second], { wvw: { damage: [{ text: "Total", coefficient: 3 }] } });
    expect(modes?.wvw?.facts).toEqual([
      { kind: "damage", hits: 1, coefficient: 3, total: true, label: "Total" },
    ]);
  });

  it("sets or omits single durations", () => {
    const burning: Fact = { kind: "buff", status: "Burning", stacks: 1, seconds: 3 };
    const { modes } = apply([MIGHT, burning, STUN], {
      wvw: { buff_durations: { Might: 6, Burning: "omit" } },
    });
    expect(modes?.wvw?.facts).toEqual([{ ...MIGHT, seconds: 6, replaces: 0 }, 2]);
  });

  it("has no list for a mode in which nothing differs", () => {
    const { modes } = apply([STRIKE], { pvp: { damage: [{ text: "Damage", coefficient: 2 }] } });
    expect(modes).toBeUndefined();
  });

  it("gives PvE healing its coefficient, and renews a single other amount with its source", () => {
    const heal: Fact = { kind: "heal", amount: 1000, label: "Pulse Heal" };
    const stated = (value: number) => ({
      pve: {
        facts: [{ type: "AttributeAdjust", text: "Healing", target: "Healing", value, _coefficient: 0.4 }],
      },
    });
    expect(apply([heal], stated(1000)).facts).toEqual([{ ...heal, coefficient: 0.4 }]);
    expect(apply([heal], stated(1200)).facts).toEqual([
      { ...heal, amount: 1200, coefficient: 0.4, source: "wiki-2026-03" },
    ]);
  });

  it("notes the class of weapon strength when all modes agree", () => {
    const { facts } = apply([STRIKE], {
      pve: { damage: [{ text: "Damage", coefficient: 2, weapon: "kit" }] },
      pvp: { damage: [{ text: "Damage", coefficient: 2, weapon: "kit" }] },
    });
    expect(facts).toEqual([{ ...STRIKE, weapon: "kit" }]);
  });
});
