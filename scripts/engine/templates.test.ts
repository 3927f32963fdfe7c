import { describe, expect, it } from "vitest";
import { loadTemplates } from "#lib/catalog/mechanics/load.ts";
import { computeDamage } from "#lib/engine/build-damage.ts";
import { STANDARD_TARGET } from "#lib/engine/condition-ticks.ts";
import { equipmentSlots } from "#lib/engine/gear-choice.ts";
import { marginalValues } from "#lib/engine/marginal-values.ts";
import { CALCULATED_MODES, EXTRA_SLOTS, type Template, type TemplateSetup } from "#lib/engine/mechanics.ts";
import { inputOfTemplateBuild, type TemplateBuild } from "#lib/engine/template-damage.ts";
import { realData } from "./random-builds.ts";

const FRACTAL_ADDITIONS = [
  { ref: "other:agony-resistance", amount: 162 },
  { ref: "utility:mist-omnipotion" },
  { ref: "other:mist-attunement-4" },
];

/** A template in one setup with the first alternative of every extra, or another one of one slot. */
function buildsOf(template: Template, setup: TemplateSetup): TemplateBuild[] {
  const facts = template.setups[setup];
  if (facts === undefined) return [];
  const first = Object.fromEntries(
    EXTRA_SLOTS.flatMap((slot) => (facts.extras[slot][0] ? [[slot, facts.extras[slot][0]]] : [])),
  );
  const others = EXTRA_SLOTS.flatMap((slot) =>
    facts.extras[slot].slice(1).map((use) => ({ ...first, [slot]: use })),
  );
  const gear = equipmentSlots(template.weaponHands).map((slot) => ({
    slot,
    stat: facts.goal.affixes[0] ?? "Celestial",
    rarity: "ascended" as const,
  }));
  return CALCULATED_MODES.flatMap((mode) =>
    [first, ...others].map((extras) => ({
      template,
      choice: {
        mode,
        extras,
        foodLifeStealPer10s: facts.foodLifeStealPer10s,
        useFractalTraits: setup === "fractal",
        additional: setup === "fractal" && mode === "pve" ? FRACTAL_ADDITIONS : [],
      },
      gear,
      infusions: facts.goal.infusionStats.slice(0, 1).map((attribute) => ({ attribute, count: 18 })),
      target: STANDARD_TARGET,
    })),
  );
}

describe("all build templates", () => {
  const templates = loadTemplates();
  const data = realData();
  const builds = templates.flatMap((template) =>
    (["any", "raid", "fractal"] as const).flatMap((setup) => buildsOf(template, setup)),
  );

  it("are there with all setups in both modes", () => {
    expect(templates).toHaveLength(163);
    expect(builds.length).toBeGreaterThan(2 * 250);
  });

  it("compute without refusal, to finite numbers that make sense", () => {
    const wrong = builds.flatMap((build) => {
      const input = inputOfTemplateBuild(build, data);
      const result = input.ok ? computeDamage(input.value) : input;
      if (!result.ok) return [`${build.template.id}: ${result.error.message}`];
      const { damage, survivability, healing } = result.value;
      const dealsDamage = build.template.role === "heal" ? damage >= 0 : damage > 1000 && damage < 100_000;
      const plausible = dealsDamage && survivability > 10_000 && healing > 389.9;
      return plausible ? [] : [`${build.template.id}: ${damage}, ${survivability}, ${healing}`];
    });
    expect(wrong).toEqual([]);
  });

  it("never lose by one or five more points of an attribute", () => {
    const losses = builds.slice(0, 400).flatMap((build) => {
      const input = inputOfTemplateBuild(build, data);
      const values = input.ok ? marginalValues(input.value) : input;
      if (!values.ok) return [values.error.message];
      return values.value.flatMap(({ attribute, gains }) =>
        gains
          .filter(({ damage, survivability, healing }) => Math.min(damage, survivability, healing) < -1e-6)
          .map(({ points }) => `${build.template.id}: ${points} ${attribute}`),
      );
    });
    expect(losses).toEqual([]);
  });
});
