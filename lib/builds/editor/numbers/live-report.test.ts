import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadMechanicsIndex, loadTemplates, templateSource } from "#lib/catalog/mechanics/load.ts";
import { PROFESSIONS, type Profession } from "#lib/shared/game.ts";
import { buildReport } from "../../build-report.ts";
import { exampleBuilds } from "../../examples.ts";
import { gameData } from "../../game-data.ts";
import type { Loadout } from "../../loadout.ts";
import { reportData } from "../../report-data.ts";
import { editorOptions } from "../options.ts";
import { editorParcel } from "../parcel.ts";
import type { EngineData } from "./engine-facts.ts";
import { liveReport, quickReport } from "./live-report.ts";

const { catalog } = gameData();
const server = reportData(catalog);
const examples = exampleBuilds(loadTemplates(), templateSource().date, loadMechanicsIndex(), catalog);

/** As a browser gets it. */
const browser = new Map(
  PROFESSIONS.map((profession) => [
    profession,
    editorOptions(JSON.parse(JSON.stringify(editorParcel(profession)))).engine,
  ]),
);

function engineOf(profession: Profession): EngineData {
  const data = browser.get(profession);
  if (!data) throw new Error(`No parcel of ${profession}`);
  return data;
}

function expectTheSame(loadout: Loadout): void {
  const { findings, numbers, support } = buildReport(loadout, server);
  const live = liveReport(loadout, engineOf(loadout.profession));
  expect(live.numbers).toEqual(numbers);
  expect(live.support).toEqual(support.output);
  expect(live.findings).toEqual(findings);
}

describe("the browser's numbers", () => {
  it("equal the server's for every example, with its template and without one", () => {
    expect(examples.length).toBeGreaterThan(60);
    for (const { loadout } of examples) {
      expectTheSame(loadout);
      expectTheSame({ ...loadout, template: null });
    }
  });

  it("have attributes and findings at once, the same as in the whole report", () => {
    for (const { loadout } of examples) {
      const bare = { ...loadout, template: null };
      const engine = engineOf(loadout.profession);
      const quick = quickReport(bare, engine);
      const whole = liveReport(bare, engine);
      expect(quick.findings).toEqual(whole.findings);
      expect(quick.numbers.ok && quick.numbers.value.heroPanel).toEqual(
        whole.numbers.ok && whole.numbers.value.heroPanel,
      );
      expect(indicators(quick.numbers)).toEqual(indicators(whole.numbers));
    }
  });

  it("are calculated once for a loadout", () => {
    const [{ loadout } = never()] = examples;
    const engine = engineOf(loadout.profession);
    expect(liveReport(loadout, engine)).toBe(liveReport(loadout, engine));
    expect(liveReport({ ...loadout }, engine)).not.toBe(liveReport(loadout, engine));
  });

  it.each(PROFESSIONS)("come from a parcel of a %s below 170 KB compressed", (profession) => {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    const { length } = brotliCompressSync(JSON.stringify(editorParcel(profession)), options);
    expect(length).toBeLessThan(170 * 1024);
  });
});

function indicators(numbers: ReturnType<typeof quickReport>["numbers"]) {
  return numbers.ok && numbers.value.combat.scenarios.map((scenario) => scenario.indicators);
}

function never(): never {
  throw new Error("There are no examples.");
}
