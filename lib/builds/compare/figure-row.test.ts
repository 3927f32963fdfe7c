import { describe, expect, it } from "vitest";
import { figureRow } from "./figure-row.ts";
import { mergedKeys } from "./support.ts";

function best(amounts: readonly (number | null)[], hasBest?: boolean): boolean[] {
  const row = figureRow(
    "Power",
    "points",
    amounts.map((value) => (value === null ? null : { value })),
    hasBest,
  );
  return row.cells.map(({ isBest }) => isBest);
}

describe("the best figure of a row", () => {
  it("is the highest, with all that read alike", () => {
    expect(best([1, 3, 2])).toEqual([false, true, false]);
    expect(best([1, 3, 3.001])).toEqual([false, true, true]);
  });

  it("is not marked where all are alike, or where the figures cannot be compared", () => {
    expect(best([3, 3])).toEqual([false, false]);
    expect(best([0, 0, 0])).toEqual([false, false, false]);
    expect(best([1, 3], false)).toEqual([false, false]);
  });

  it("is never one that is unknown, and an unknown one does not make another the best", () => {
    expect(best([null, 1, 2])).toEqual([false, false, true]);
    expect(best([null, 2])).toEqual([false, false]);
    expect(best([null, null])).toEqual([false, false]);
  });

  it("says what may be reached only where that is more", () => {
    const { cells } = figureRow("Fury", "percent", [
      { value: 0.1, potential: 0.5 },
      { value: 0.2, potential: 0.2 },
    ]);
    expect(cells.map(({ text, potential }) => [text, potential?.text])).toEqual([
      ["10 %", "50 %"],
      ["20 %", undefined],
    ]);
  });
});

describe("rows of several builds", () => {
  const order = (...keys: string[]) => new Map(keys.map((key) => [key, key]));

  it("keep the order of each build", () => {
    expect(mergedKeys([order("a", "c", "d"), order("b", "c", "e")])).toEqual(["a", "b", "c", "e", "d"]);
    expect(mergedKeys([order(), order("x", "y")])).toEqual(["x", "y"]);
  });
});
