import { describe, expect, it } from "vitest";
import type { Fact } from "../schema.ts";
import { separateModes } from "./separate-modes.ts";

function fury(seconds: number): Fact {
  return { kind: "buff", status: "Fury", stacks: 1, seconds };
}

function heal(amount: number, coefficient?: number): Fact {
  return { kind: "heal", amount, label: "Healing", ...(coefficient === undefined ? {} : { coefficient }) };
}

function marksOf(facts: readonly Fact[]) {
  return facts.map(({ modes, repeated, alternative }) =>
    repeated ? "repeated" : alternative ? "alternative" : (modes?.join("+") ?? "all"),
  );
}

describe("separateModes", () => {
  it.each<[string, Fact[], Fact[], Fact[], string[]]>([
    ["a pair whose second figure is WvW's", [fury(8), fury(4)], [fury(4)], [], ["pve", "wvw"]],
    ["a pair in the other order", [fury(4), fury(8)], [fury(4)], [], ["wvw", "pve"]],
    ["PvE, PvP and WvW", [heal(850), heal(181), heal(325)], [heal(325)], [], ["pve", "pvp", "wvw"]],
    [
      "PvP with WvW's figure",
      [heal(645), heal(516), heal(516)],
      [heal(516)],
      [],
      ["pve", "wvw+pvp", "repeated"],
    ],
    ["a line that the wiki has once", [fury(6), fury(6)], [fury(6)], [], ["all", "repeated"]],
    [
      "equal lines that changed since",
      [fury(2), fury(2), fury(2)],
      [fury(1.5)],
      [],
      ["all", "repeated", "repeated"],
    ],
    ["two real lines", [fury(4), fury(8)], [fury(4), fury(8)], [], ["all", "all"]],
    ["lines of which nothing is known", [fury(8), fury(4)], [], [], ["all", "alternative"]],
    ["PvE's figure by the wiki", [heal(1042), heal(1302)], [], [heal(1302, 1)], ["alternative", "all"]],
    [
      "two PvE figures by the wiki",
      [heal(1000), heal(300)],
      [heal(300)],
      [heal(1000), heal(300)],
      ["all", "all"],
    ],
    [
      "a figure that is WvW's and PvE's",
      [heal(800), heal(100)],
      [heal(800)],
      [heal(800)],
      ["all", "alternative"],
    ],
  ])("tells apart %s", (_, facts, wvw, pve, expected) => {
    expect(marksOf(separateModes(facts, { wvw, pve }))).toEqual(expected);
  });

  it("marks what it concluded as inferred", () => {
    expect(separateModes([fury(8), fury(4)], { wvw: [fury(4)], pve: [] })).toEqual([
      { ...fury(8), modes: ["pve"], inferred: true },
      { ...fury(4), modes: ["wvw"], inferred: true },
    ]);
  });

  it("leaves different effects, and modes that a source states, alone", () => {
    const facts: Fact[] = [
      fury(8),
      { kind: "buff", status: "Might", stacks: 1, seconds: 8 },
      { kind: "comboField", field: "Fire" },
      { kind: "comboField", field: "Fire" },
      { ...fury(3), modes: ["wvw"] },
    ];
    expect(separateModes(facts, { wvw: [], pve: [] })).toEqual(facts);
  });
});
