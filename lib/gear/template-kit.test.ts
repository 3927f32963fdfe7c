import { describe, expect, it } from "vitest";
import { loadGearTables, loadMechanicsIndex, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import { evaluateGear } from "#lib/engine/gear/evaluate-gear.ts";
import type { GearProblem } from "#lib/engine/gear/problem.ts";
import { loadGearFixtures } from "#lib/engine/gear/testing/load-fixtures.ts";
import type { CalculatedMode, ExtraSlot, TemplateSetup } from "#lib/engine/mechanics.ts";
import { extrasCombinations } from "./extras.ts";
import type { GearKit } from "./gear-kit.ts";
import { gearProblemOf } from "./gear-problem.ts";
import { type GearSettings, type GearSettingsInput, gearSettingsSchema } from "./schema.ts";
import { planSlots } from "./slot-plan.ts";
import { kitOfTemplate } from "./template-kit.ts";

interface Origin {
  readonly problem: string;
  readonly template: string;
  readonly setup: TemplateSetup;
  readonly mode?: CalculatedMode;
  readonly settings: Partial<GearSettingsInput>;
}

const POWER: Partial<Record<ExtraSlot, string[]>> = {
  rune: ["rune:scholar"],
  sigil1: ["sigil:force"],
  sigil2: ["sigil:impact-night-slaying-only-3"],
  food: ["food:cilantro-lime-sous-vide-steak"],
  utility: ["utility:superior-sharpening-stone"],
};

/** Published problems and the template and settings they were made with (Discretize gear optimizer, 2026-08-12). */
const ORIGINS: readonly Origin[] = [
  {
    problem: "p01-power-2",
    template: "pslb",
    setup: "raid",
    settings: { extras: { ...POWER, relic: ["relic:claw-relic"] } },
  },
  {
    problem: "p02-power-3-scenarios",
    template: "pholo-ecsu",
    setup: "raid",
    settings: { extras: { ...POWER, relic: ["relic:fireworks-relic"] } },
  },
  {
    problem: "p03-shroud-4",
    template: "preaper",
    setup: "raid",
    settings: {
      extras: { ...POWER, relic: ["relic:fireworks-relic"] },
      constraints: { minBoonDuration: 20.02 },
    },
  },
  {
    problem: "p04-condi-3",
    template: "cvirt-chaos",
    setup: "any",
    settings: {
      extras: {
        rune: ["rune:krait"],
        relic: [""],
        sigil1: ["sigil:bursting"],
        sigil2: ["sigil:earth"],
        food: ["food:spherified-cilantro-oyster-soup"],
        utility: ["utility:toxic-focusing-crystal"],
      },
    },
  },
  {
    problem: "p06-alacrity-power",
    template: "pren",
    setup: "raid",
    settings: {
      extras: { ...POWER, relic: ["relic:thief-relic"], sigil2: ["sigil:air"] },
      constraints: { minBoonDuration: 37.4 },
      results: 20,
    },
  },
  {
    problem: "p08-heal-boon",
    template: "druid",
    setup: "raid",
    settings: {
      extras: {
        rune: ["rune:monk"],
        relic: [""],
        sigil1: [""],
        sigil2: ["sigil:transference"],
        food: ["food:fruit-salad-mint-garnish"],
        utility: ["utility:bountiful-maintenance-oil"],
      },
      constraints: { minBoonDuration: 94.5 },
      objective: { goal: "healing" },
      results: 200,
    },
  },
  {
    problem: "p09-wvw-power-bruiser",
    template: "herald",
    setup: "raid",
    mode: "wvw",
    settings: {
      hands: "two-handed",
      extras: { ...POWER, relic: ["relic:thief-relic"] },
      constraints: { minToughness: 1500, minHealth: 21000 },
    },
  },
  {
    problem: "p10-inferno-scenarios",
    template: "ptemp-blood",
    setup: "raid",
    settings: { extras: { ...POWER, rune: ["rune:flame-legion"], relic: ["relic:fireworks-relic"] } },
  },
];

const data = { index: loadMechanicsIndex(), tables: loadGearTables() };

function kitOf({ template: id, setup, mode = "pve" }: Origin): GearKit {
  const template = loadTemplates().find((each) => each.id === id);
  if (!template) throw new Error(`no template ${id}`);
  const kit = kitOfTemplate(template, setup, mode, data);
  if (!kit.ok) throw new Error(kit.error.message);
  return kit.value;
}

function problemOf(kit: GearKit, settings: GearSettings): GearProblem {
  const plan = planSlots(kit, settings);
  const extras = extrasCombinations(kit, settings);
  if (!plan.ok || !extras.ok || !extras.value[0]) throw new Error("the settings are refused");
  const problem = gearProblemOf(kit, settings, plan.value, extras.value[0]);
  if (!problem.ok) throw new Error(problem.error.message);
  return problem.value;
}

describe("the problem made from a template", () => {
  const fixtures = loadGearFixtures();
  for (const origin of ORIGINS) {
    it(`values gear as the published problem ${origin.problem}`, () => {
      const published = fixtures.find(({ problem }) => problem.id === origin.problem)?.problem;
      if (!published) throw new Error(`no problem ${origin.problem}`);
      const settings = gearSettingsSchema.parse({
        ...origin.settings,
        statSets: published.slots[0]?.options.map(({ stat }) => stat),

        target: { attacksPerSecond: 0.4 },
      });
      const problem = problemOf(kitOf(origin), settings);
      expect(problem.slots.map(({ options }) => options)).toEqual(
        published.slots.map(({ options }) => options),
      );
      expect(problem.constraints).toEqual(published.constraints);
      expect(problem.objective).toEqual(published.objective);
      for (let trial = 0; trial < 40; trial++) {
        const options = published.slots.map(
          (slot, at) => (trial * (at + 3) * 7 + at * trial) % slot.options.length,
        );
        const one = evaluateGear(problem, { options, infusions: [] });
        const other = evaluateGear(published, { options, infusions: [] });
        for (const measure of ["Damage", "Survivability", "Healing"] as const) {
          expect(Math.abs(one[measure] - other[measure])).toBeLessThanOrEqual(1e-12 * other[measure]);
        }
        expect(one.violated).toEqual(other.violated);
      }
    });
  }
});

describe("a fight and a rotation of one's own", () => {
  it("take the place of the template's", () => {
    const kit = kitOf({ problem: "", template: "cvirt-chaos", setup: "any", settings: {} });
    const value = (input: Partial<GearSettingsInput>) => {
      const problem = problemOf(kit, gearSettingsSchema.parse({ statSets: ["Viper"], ...input }));
      return evaluateGear(problem, { options: problem.slots.map(() => 0), infusions: [] });
    };
    const usual = value({});
    // What traits add to the rotation stays.
    expect(value({ coefficients: { bleeding: 0 } }).damageDistribution.bleeding).toBeLessThan(
      usual.damageDistribution.bleeding,
    );
    expect(value({ target: { armor: 2597 * 2 } }).damageDistribution.strike).toBeCloseTo(
      usual.damageDistribution.strike / 2,
      6,
    );
    const moving = value({ coefficients: { torment: 10 }, target: { movingPercent: 100 } });
    expect(moving.damageDistribution.torment).toBeLessThan(
      value({ coefficients: { torment: 10 } }).damageDistribution.torment,
    );
    const fixed = value({ infusions: { kind: "fixed", counts: { conditionDamage: 18 } } });
    expect(
      (fixed.attributes["Condition Damage"] ?? 0) - (usual.attributes["Condition Damage"] ?? 0),
    ).toBeGreaterThanOrEqual(90);
  });

  it("are refused where a rule would hold for a part of the time only", () => {
    const kit = kitOf({ problem: "", template: "ptemp-blood", setup: "raid", settings: {} });
    const inferno = kit.before.find(({ effects }) => effects.some(({ op }) => op === "setRule"));
    if (!inferno) throw new Error("no rule");
    const split = { ...inferno, split: { group: null, variant: "on", uptime: 0.5 } };
    const settings = gearSettingsSchema.parse({ statSets: ["Viper"] });
    const torn = { ...kit, before: kit.before.map((source) => (source === inferno ? split : source)) };
    const plan = planSlots(torn, settings);
    const extras = extrasCombinations(torn, settings);
    if (!plan.ok || !extras.ok || !extras.value[0]) throw new Error("the settings are refused");
    expect(gearProblemOf(torn, settings, plan.value, extras.value[0])).toMatchObject({
      ok: false,
      error: { field: "extras" },
    });
  });
});
