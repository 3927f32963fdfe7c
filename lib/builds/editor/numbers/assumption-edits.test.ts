import { describe, expect, it } from "vitest";
import { loadoutSchema } from "../../loadout.ts";
import { editorOptions } from "../options.ts";
import { editorParcel } from "../parcel.ts";
import { assume, assumeNothing, chooseTemplate } from "./assumption-edits.ts";
import { quickReport } from "./live-report.ts";

const options = editorOptions(editorParcel("Guardian"));
const loadout = loadoutSchema.parse({ version: 1, profession: "Guardian" });
const { assumptions } = loadout;

describe("assuming otherwise", () => {
  it("names what is new, without the number, so that typing a number is one step", () => {
    const might = assume(loadout, { ...assumptions, boons: { might: 2 } }, options);
    expect(might.label).toBe("Assumed otherwise: might");
    expect(assume(might.loadout, { ...assumptions, boons: { might: 25 } }, options).label).toBe(might.label);
    expect(assume(loadout, { ...assumptions, enemyArmor: 2000, allies: 9 }, options).label).toBe(
      "Assumed otherwise: armor of the enemy, allies in reach",
    );
  });

  it("is no step where nothing is new", () => {
    expect(assume(loadout, { ...assumptions }, options).loadout).toBe(loadout);
  });

  it("changes the numbers, and taking it back gives them back", () => {
    const power = (one: typeof loadout) => {
      const { numbers } = quickReport(one, options.engine);
      return numbers.ok && numbers.value.combat.scenarios[0]?.attributes.power.value;
    };
    const might = assume(loadout, { ...assumptions, boons: { might: 25 } }, options).loadout;
    expect(power(might)).toBe(Number(power(loadout)) + 25 * 30);
    expect(power(assumeNothing(might).loadout)).toBe(power(loadout));
    expect(assumeNothing(might).loadout).toEqual(loadout);
  });
});

describe("the damage", () => {
  it("comes from a measured rotation of the profession, or from an estimate", () => {
    const [template] = options.engine.templates;
    const chosen = chooseTemplate(loadout, options, template?.id ?? "");
    expect(chosen.label).toBe(`Damage as measured for ${template?.name}`);
    expect(quickReport(chosen.loadout, options.engine).numbers.ok).toBe(true);
    expect(chooseTemplate(chosen.loadout, options, null).loadout.template).toBeNull();
  });
});
