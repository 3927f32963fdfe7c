import { readdirSync, readFileSync } from "node:fs";
import { parseGearProblem } from "../parse-gear-problem.ts";
import type { GearProblem } from "../problem.ts";

export interface FixtureAnswer {
  readonly values: readonly number[];
  readonly first: {
    readonly gear: Readonly<Record<string, string>>;
    readonly infusions?: Readonly<Record<string, number>>;
    readonly Damage: number;
    readonly Survivability: number;
    readonly Healing: number;
    readonly attributesInFirstScenario: Readonly<Record<string, number>>;
  } | null;
}

export interface GearFixture {
  readonly problem: GearProblem;
  readonly expected: FixtureAnswer;
  /** Distinct gears and infusion splits as published. */
  readonly combinations: number;
  readonly infusionSplits: number;
}

/** Reads the problems with known answers (tests and benchmarks only; the engine itself reads no files). */
export function loadGearFixtures(): readonly GearFixture[] {
  const folder = new URL("../fixtures/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const json = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as {
        readonly expected: FixtureAnswer;
        readonly combinations: number;
        readonly infusionSplits?: number;
      };
      const parsed = parseGearProblem(json);
      if (!parsed.ok) throw new Error(`${name}: ${parsed.error.message}`);
      return {
        problem: parsed.value,
        expected: json.expected,
        combinations: json.combinations,
        infusionSplits: json.infusionSplits ?? 1,
      };
    });
}
