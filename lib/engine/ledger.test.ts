import { describe, expect, it } from "vitest";
import { Ledger, sumOfContributions } from "./ledger.ts";

describe("Ledger", () => {
  it("keeps the contributions in order and leaves out those of nothing", () => {
    const ledger = new Ledger();
    ledger.add("base", "base:power", 1000);
    ledger.add("gear", "gear:helm:Viper", 0);
    ledger.add("effect", "rune:scholar", 175);
    expect(ledger.explained()).toEqual({
      value: 1175,
      contributions: [
        { source: "base:power", amount: 1000, kind: "base" },
        { source: "rune:scholar", amount: 175, kind: "effect" },
      ],
    });
  });

  it("books a joint change on several sources, the last one taking what is left", () => {
    const ledger = new Ledger();
    ledger.add("base", "base", 10);
    ledger.addShared(
      "conversion",
      [
        { source: "a", amount: 3 },
        { source: "b", amount: 99 },
      ],
      18,
    );
    expect(ledger.contributions.slice(1).map(({ source, amount }) => [source, amount])).toEqual([
      ["a", 3],
      ["b", 5],
    ]);
  });

  it("adds up exactly even where a subtraction of doubles does not undo an addition", () => {
    for (const [from, to] of [
      [1000, 0.1],
      [0.1, 0.3],
      [1e-9, 123456.789],
      [999.9, 1e-7],
    ] as const) {
      const ledger = new Ledger();
      ledger.add("base", "base", from);
      ledger.moveTo("multiplier", "trait", to);
      expect(sumOfContributions(ledger.contributions)).toBe(to);
      expect(ledger.value).toBe(to);
    }
  });
});
