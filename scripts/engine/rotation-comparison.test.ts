import { describe, expect, it } from "vitest";
import { gameData } from "#lib/builds/game-data.ts";
import { reportData } from "#lib/builds/report-data.ts";
import type { Skill } from "#lib/catalog/schema.ts";
import {
  AFTERCAST_SECONDS,
  ASSUMED_AUTO_SECONDS,
  ASSUMED_CAST_SECONDS,
} from "#lib/engine/rotation/cast-times.ts";
import { compareRotations, quartiles } from "./rotation-comparison.ts";

const data = reportData(gameData().catalog);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe("cast times that no source states", () => {
  const measured = data.catalog.data.skills.flatMap((skill) =>
    skill.castTimeMs && skill.type !== "Pet" ? [{ ...skill, seconds: skill.castTimeMs / 1000 }] : [],
  );
  const secondsOf = (isOne: (skill: Skill) => boolean) =>
    measured.filter(isOne).map(({ seconds }) => seconds);

  it("are the medians of the measured ones", () => {
    expect(ASSUMED_AUTO_SECONDS).toBe(median(secondsOf(({ slot }) => slot === "Weapon_1")));
    const others = secondsOf(({ slot }) => slot !== "Weapon_1" && !slot?.startsWith("Downed"));
    expect(ASSUMED_CAST_SECONDS).toBe(median(others));
  });

  it("have the median aftercast on top of the tooltip's", () => {
    const aftercasts = measured.flatMap(({ seconds, activationSeconds }) =>
      activationSeconds ? [seconds - activationSeconds] : [],
    );
    expect(AFTERCAST_SECONDS).toBeCloseTo(median(aftercasts), 9);
  });
});

describe("estimates beside measured rotations", () => {
  const comparisons = compareRotations(data);
  const ratios = comparisons.map(({ estimated, measured }) => estimated / measured);

  it("exist for every template whose weapons are known", () => {
    expect(comparisons.length).toBeGreaterThanOrEqual(80);
    expect(comparisons.every(({ estimated }) => Number.isFinite(estimated) && estimated > 0)).toBe(true);
  });

  it("stay within the error that docs/engine.md states: about half, and hardly ever more than measured", () => {
    const [least = 0, first = 0, middle = 0, third = 0, most = 0] = quartiles(ratios);
    expect(least).toBeGreaterThan(0.1);
    expect(first).toBeGreaterThan(0.35);
    expect(middle).toBeGreaterThan(0.45);
    expect(third).toBeLessThan(0.7);
    expect(most).toBeLessThan(1.2);
  });
});
