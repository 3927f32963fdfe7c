import { describe, expect, it } from "vitest";
import { loadMechanicsIndex, loadTemplates, templateSource } from "#lib/catalog/mechanics/load.ts";
import { exampleBuilds } from "../../examples.ts";
import { gameData } from "../../game-data.ts";
import type { Loadout } from "../../loadout.ts";
import { numbersView } from "../../numbers-view.ts";
import { chooseStatSet } from "../gear/gear-edits.ts";
import { editorOptions } from "../options.ts";
import { editorParcel } from "../parcel.ts";
import {
  changeOf,
  combatFigures,
  damageFigures,
  type Figure,
  figureText,
  heroPanelFigures,
  lookup,
  supportFigures,
  survivalFigures,
} from "./figures.ts";
import { liveReport } from "./live-report.ts";

const { catalog } = gameData();
const examples = exampleBuilds(loadTemplates(), templateSource().date, loadMechanicsIndex(), catalog);
const loadout = examples.find((example) => example.loadout.profession === "Guardian")?.loadout ?? never();
const { engine } = editorOptions(editorParcel("Guardian"));

function numbersOf(one: Loadout) {
  const { numbers } = liveReport(one, engine);
  return numbers.ok ? numbers.value : never();
}

describe("live figures", () => {
  it("are the attributes of the build's page, number by number", () => {
    const { attributes } = numbersView(numbersOf(loadout), engine.index);
    const texts = (figures: readonly Figure[]) =>
      figures.map(({ name, unit, value }) => `${name}: ${figureText(value, unit)}`);
    expect(texts(heroPanelFigures(numbersOf(loadout)))).toEqual(
      attributes.map(({ name, heroPanel }) => `${name}: ${heroPanel.text}`),
    );
    expect(texts(combatFigures(numbersOf(loadout)))).toEqual(
      attributes.map(({ name, combat }) => `${name}: ${combat.text}`),
    );
  });

  it("show the indicators of the build's page", () => {
    const { indicators } = numbersView(numbersOf(loadout), engine.index);
    const shown = new Map(
      survivalFigures(numbersOf(loadout)).map(({ name, unit, value }) => [name, figureText(value, unit)]),
    );
    for (const { name, text } of indicators) expect(shown.get(name)).toBe(text);
  });

  it("change with the equipment, and say by how much", () => {
    const helm = { kind: "armor", slot: "helm" } as const;
    const plain = { ...loadout, equipment: { ...loadout.equipment, utility: null } };
    const before = chooseStatSet(plain, helm, null).loadout;
    const after = chooseStatSet(plain, helm, "Berserker").loadout;
    const known = lookup(heroPanelFigures(numbersOf(before)));
    const [power] = heroPanelFigures(numbersOf(after));
    expect(power && changeOf(power, known)).toBe("+63");
    expect(power && changeOf(power, lookup(heroPanelFigures(numbersOf(after))))).toBeNull();
    expect(power && changeOf(power, null)).toBeNull();
  });

  it("leave damage out where none is known", () => {
    expect(damageFigures(liveReport(loadout, engine).numbers)).toHaveLength(1);
    const pvp = liveReport({ ...loadout, mode: "pvp" }, engine).numbers;
    expect(damageFigures(pvp)).toEqual([]);
  });

  it("count what another loadout lacks as none of it", () => {
    const quickness: Figure = { key: "party Quickness", name: "Quickness", unit: "percent", value: 0.625 };
    expect(changeOf(quickness, new Map())).toBe("+62.5 %");
    expect(changeOf({ ...quickness, value: 0.1 }, new Map([["party Quickness", 0.5]]))).toBe("−40 %");
    expect(changeOf({ ...quickness, value: 0.50001 }, new Map([["party Quickness", 0.5]]))).toBeNull();
  });

  it("have a key of their own each", () => {
    const { support } = liveReport(loadout, engine);
    const keys = supportFigures(support).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(10);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

function never(): never {
  throw new Error("The example is not as this test needs it.");
}
