import { describe, expect, it } from "vitest";
import { loadGearTables, loadMechanicsIndex, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import { STANDARD_TARGET } from "#lib/engine/condition-ticks.ts";
import { equipmentSlots } from "#lib/engine/gear-choice.ts";
import type { Template } from "#lib/engine/mechanics.ts";
import { computeTemplateDamage, type TemplateBuild } from "#lib/engine/template-damage.ts";
import { usesOfTemplate } from "#lib/engine/templates.ts";

const data = { index: loadMechanicsIndex(), tables: loadGearTables() };
const templates = loadTemplates();

function templateWith(matches: (template: Template) => boolean): Template {
  const found = templates.find(matches);
  if (found === undefined) throw new Error("No such template.");
  return found;
}

const template = templateWith(({ id }) => id === "pbers");
const BUILD: TemplateBuild = {
  template,
  choice: { mode: "pve", extras: {} },
  gear: equipmentSlots(template.weaponHands).map((slot) => ({
    slot,
    stat: "Berserker",
    rarity: "ascended",
  })),
  infusions: [],
  target: STANDARD_TARGET,
};

describe("a template build", () => {
  it("computes, and more with infusions than without", () => {
    const plain = computeTemplateDamage(BUILD, data);
    const infused = computeTemplateDamage({ ...BUILD, infusions: [{ attribute: "power", count: 18 }] }, data);
    if (!plain.ok || !infused.ok) throw new Error("refused");
    expect(plain.value.damage).toBeGreaterThan(10_000);
    expect(infused.value.damage).toBeGreaterThan(plain.value.damage);
    const power = (result: typeof plain) =>
      result.ok ? result.value.scenarios[0]?.attributes.power.value : undefined;
    expect((power(infused) ?? 0) - (power(plain) ?? 0)).toBe(90);
  });

  it("applies buffs, additions, skills, traits, extras and what those also apply, in this order", () => {
    const food = data.index.mechanics.entries.find(({ alsoApplies }) =>
      alsoApplies?.includes("other:food-life-steal"),
    );
    const refs = usesOfTemplate(
      template,
      {
        mode: "pve",
        additional: [{ ref: "other:agony-resistance" }],
        extras: { food: { ref: food?.id ?? "" } },
        foodLifeStealPer10s: 3,
      },
      data.index,
    );
    expect(refs.slice(0, template.assumedBuffs.length).map(({ ref }) => ref)).toEqual(template.assumedBuffs);
    expect(refs[template.assumedBuffs.length]?.ref).toBe("other:agony-resistance");
    expect(refs.slice(-2)).toEqual([{ ref: food?.id }, { ref: "other:food-life-steal", amount: 3 }]);
  });

  it("takes the traits for fractals where the template has any", () => {
    const withFractal = templateWith(({ fractal }) => fractal !== undefined);
    const uses = (useFractalTraits: boolean) =>
      usesOfTemplate(withFractal, { mode: "pve", useFractalTraits, extras: {} }, data.index);
    expect(uses(true)).not.toEqual(uses(false));
    expect(usesOfTemplate(template, { mode: "pve", useFractalTraits: true, extras: {} }, data.index)).toEqual(
      usesOfTemplate(template, { mode: "pve", extras: {} }, data.index),
    );
  });

  it.each([
    ["an extra without an entry", { choice: { mode: "pve", extras: { rune: { ref: "rune:none" } } } }],
    ["gear that a slot cannot have", { gear: [{ slot: "helm", stat: "Nothing", rarity: "ascended" }] }],
  ] as const)("refuses %s with its name", (_, changes) => {
    expect(computeTemplateDamage({ ...BUILD, ...changes }, data)).toMatchObject({
      ok: false,
      error: { code: "UNKNOWN_NAME" },
    });
  });

  it("refuses an amount that is no number", () => {
    const might = { ref: "boon:might", amount: Number.NaN };
    expect(
      computeTemplateDamage({ ...BUILD, choice: { mode: "pve", additional: [might], extras: {} } }, data),
    ).toMatchObject({ ok: false, error: { code: "INVALID_NUMBER", field: "boon:might" } });
  });
});
