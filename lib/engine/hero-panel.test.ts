import { describe, expect, it } from "vitest";
import { heroPanelAttributes, heroPanelSources } from "./hero-panel.ts";
import type { HeroPanelRule, MechanicEntry } from "./mechanics.ts";

function entry(id: string, heroPanel: HeroPanelRule | undefined, value: number): MechanicEntry {
  return {
    id,
    kind: "trait",
    name: id,
    amount: { label: "uptime", unit: "percent", default: 100, per: 100, splitScenario: { group: null } },
    effects: {
      pve: [{ op: "add", target: "power", value, unit: "points" }],
      wvw: [{ op: "add", target: "power", value: value / 2, unit: "points" }],
    },
    ...(heroPanel === undefined ? {} : { heroPanel }),
    source: "s",
  };
}

const BASE = { baseHealth: 9212, defense: 1271, gear: [], infusions: [], coefficients: {} };

function powerOf(used: Parameters<typeof heroPanelSources>[0], mode: "pve" | "wvw" = "pve"): number {
  const sources = heroPanelSources(used, mode);
  if (!sources.ok) throw new Error(sources.error.message);
  return heroPanelAttributes(BASE, sources.value).power.value;
}

describe("the hero panel", () => {
  it("shows a bare character", () => {
    const panel = heroPanelAttributes(BASE, []);
    expect([panel.power.value, panel.criticalChance.value, panel.criticalDamage.value]).toEqual([
      1000, 0.05, 1.5,
    ]);
    expect([panel.armor.value, panel.health.value]).toEqual([2271, 19_212]);
  });

  it("shows permanent effects with their amount, as one state", () => {
    expect(powerOf([{ entry: entry("a", "always", 100) }])).toBe(1100);
    expect(powerOf([{ entry: entry("a", "always", 100), amount: 50 }])).toBe(1050);
  });

  it("shows passive effects in full whatever their uptime", () => {
    expect(powerOf([{ entry: entry("signet", "idle", 180), amount: 20 }])).toBe(1180);
  });

  it("shows no boons and nothing that has no rule", () => {
    expect(powerOf([{ entry: entry("might", "never", 30) }, { entry: entry("relic", undefined, 50) }])).toBe(
      1000,
    );
  });

  it("shows the figures of the mode", () => {
    expect(powerOf([{ entry: entry("a", "always", 100) }], "wvw")).toBe(1050);
    expect(powerOf([{ entry: entry("a", "idle", 100) }], "wvw")).toBe(1050);
  });

  it("refuses an amount that is no number", () => {
    expect(heroPanelSources([{ entry: entry("a", "always", 1), amount: Number.NaN }], "pve")).toMatchObject({
      ok: false,
      error: { code: "INVALID_NUMBER", field: "a" },
    });
  });
});
