/** What has to hold for the numbers and the support output of every legal loadout, tried on random ones. */
import { assert, constantFrom, integer, property, record } from "fast-check";
import type { Loadout } from "#lib/builds/loadout.ts";
import { supportInput } from "#lib/builds/support-input.ts";
import { anyLoadout } from "#lib/builds/testing/any-loadout.ts";
import { legalLoadout, partsOfProject } from "#lib/builds/testing/legal-loadout.ts";
import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { loadMechanicsIndex, loadNotModelled } from "#lib/catalog/mechanics/load.ts";
import { ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import { sumOfContributions } from "#lib/engine/ledger.ts";
import { isLegal, legalityFindings } from "#lib/engine/legality/legality.ts";
import { type LoadoutData, loadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import { DEFAULT_ASSUMPTIONS } from "#lib/engine/support/input.ts";
import type { SupportOutput } from "#lib/engine/support/output.ts";
import { supportOutput } from "#lib/engine/support/support-output.ts";
import { GAME_MODES } from "#lib/shared/game.ts";
import type { EngineProperty } from "./engine-property.ts";
import { poisonedCatalog } from "./poisoned-catalog.ts";

const parts = partsOfProject();
const { catalog, gear: tables, templates } = parts;
const data: LoadoutData = {
  index: loadMechanicsIndex(),
  tables,
  facts: catalog,
  templates,
  notModelled: loadNotModelled(),
};

const SEEDS = record({ seed: integer({ min: 0, max: 0xffff_ffff }), mode: constantFrom(...GAME_MODES) });

function holds(
  guarantee: string,
  share: number,
  holdsFor: (loadout: Loadout, seed: number) => void,
): EngineProperty {
  return {
    guarantee,
    share,
    check: (cases, seed) =>
      assert(
        property(SEEDS, (one) => holdsFor(legalLoadout(parts, one.seed, { mode: one.mode }), one.seed)),
        { numRuns: cases, seed },
      ),
  };
}

function expectTrue(condition: boolean, message: () => string): void {
  if (!condition) throw new Error(message());
}

const numbers = holds(
  "a legal loadout has no errors, and its numbers compute with contributions that add up",
  6,
  (loadout) => {
    const findings = legalityFindings(loadout, catalog, tables);
    expectTrue(isLegal(findings), () => JSON.stringify(findings));
    const result = loadoutNumbers(loadout, data);
    if (loadout.mode === "pvp") {
      expectTrue(!result.ok && result.error.code === "MODE_WITHOUT_FIGURES", () => "PvP was calculated");
      return;
    }
    if (!result.ok) {
      // Uptimes the player states may exclude each other.
      expectTrue(result.error.code === "CONFLICTING_SCENARIOS", () => result.error.message);
      return;
    }
    const { heroPanel, combat } = result.value;
    for (const attributes of [heroPanel, ...combat.scenarios.map((scenario) => scenario.attributes)]) {
      for (const id of ATTRIBUTES) {
        const { value, contributions } = attributes[id];
        expectTrue(Number.isFinite(value), () => `${id} is ${value}`);
        expectTrue(sumOfContributions(contributions) === value, () => `${id}: contributions miss ${value}`);
      }
    }
    const all = [combat.damage, combat.survivability, combat.healing];
    expectTrue(all.every(Number.isFinite), () => `damage, survivability, healing: ${all.join(", ")}`);
  },
);

/** With some bonus of every kind, the same for the same seed. */
export function supportOf(loadout: Loadout, seed: number, from: Catalog): SupportOutput {
  const attributes = {
    boonDuration: (seed % 130) / 100,
    boonDurationOf: { might: (seed % 7) / 10 },
    conditionDuration: (seed % 110) / 100,
    conditionDurationOf: { burning: 0.2 },
    healingPower: seed % 2000,
    outgoingHealing: (seed % 40) / 100,
  };
  const assumptions = {
    ...DEFAULT_ASSUMPTIONS,
    alacrityShare: (seed % 3) / 2,
    quicknessShare: (seed % 5) / 4,
    groupSize: 1 + (seed % 50),
  };
  return supportOutput(supportInput(loadout, from, attributes, assumptions));
}

const support = holds(
  "support totals are the sums of their entries, limited to what is possible",
  3,
  (loadout, seed) => {
    const output = supportOf(loadout, seed, catalog);
    for (const { name, cap, uptime, sum, entries } of [
      ...output.boons,
      ...output.auras,
      ...output.fixedEffects,
    ]) {
      let self = 0;
      for (const entry of entries) if (entry.counted === "baseline") self += entry.self;
      expectTrue(self === sum.baseline.self, () => `${name}: ${self}, ${sum.baseline.self}`);
      const shares = [
        uptime.baseline.self,
        uptime.baseline.party,
        uptime.potential.self,
        uptime.potential.party,
      ];
      expectTrue(
        shares.every((share) => share >= 0 && share <= cap),
        () => `${name}: ${shares.join(", ")} of ${cap}`,
      );
      const grows =
        uptime.potential.self >= uptime.baseline.self && uptime.potential.party >= uptime.baseline.party;
      expectTrue(grows, () => `${name}: less is possible than certain`);
      // Whatever reaches an ally reaches you, too.
      expectTrue(uptime.baseline.party <= uptime.baseline.self + 1e-9, () => `${name}: ${shares.join(", ")}`);
    }
    for (const { name, cap, uptime } of output.conditions) {
      expectTrue(uptime.baseline >= 0 && uptime.potential <= cap, () => `${name}: ${uptime.potential}`);
    }
    for (const { perSecond } of [output.healing, output.barrier, output.cleanse]) {
      const values = [perSecond.baseline.self, perSecond.baseline.party, perSecond.potential.self];
      expectTrue(
        values.every((value) => Number.isFinite(value) && value >= 0),
        () => values.join(", "),
      );
    }
    for (const { perSecond } of [output.control, output.boonRemoval]) {
      expectTrue(perSecond.potential >= perSecond.baseline && perSecond.baseline >= 0, () => "negative");
    }
  },
);

const supportModes = holds("support never reads a figure of another mode", 2, (loadout, seed) => {
  const clean = JSON.stringify(supportOf(loadout, seed, catalog));
  const poisoned = JSON.stringify(supportOf(loadout, seed, poisonedCatalog(loadout.mode)));
  expectTrue(clean === poisoned, () => firstDifference(clean, poisoned));
});

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return `${one.slice(Math.max(0, at - 200), at + 80)} | ${other.slice(at, at + 80)}`;
}

const anything: EngineProperty = {
  guarantee: "legality, numbers and support answer any loadout that the schema accepts",
  share: 5,
  check: (cases, seed) =>
    assert(
      property(SEEDS, (one) => {
        const loadout = { ...anyLoadout(one.seed), mode: one.mode };
        legalityFindings(loadout, catalog, tables);
        loadoutNumbers(loadout, data);
        supportOf(loadout, one.seed, catalog);
      }),
      { numRuns: cases, seed },
    ),
};

export const LOADOUT_PROPERTIES: readonly EngineProperty[] = [numbers, support, supportModes, anything];
