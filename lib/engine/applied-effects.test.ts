import { describe, expect, it } from "vitest";
import { applyEntry, applyEntryAtFullStrength, scaleEffects } from "./applied-effects.ts";
import type { Effect, MechanicEntry } from "./mechanics.ts";

const precision: Effect = { op: "addLate", target: "precision", value: 180, unit: "points" };

function entry(changes: Partial<MechanicEntry>): MechanicEntry {
  return {
    id: "skill:signet",
    kind: "skill",
    name: "Signet",
    effects: { pve: [precision] },
    source: "s",
    ...changes,
  };
}

const uptime = { label: "uptime", unit: "percent", default: 100, per: 100 } as const;

describe("applyEntry", () => {
  it("scales by amount / per, with the default where none is given and without a limit", () => {
    const v = (amount?: number): unknown => applyEntry(entry({ amount: uptime }), "pve", amount);
    expect(v()).toMatchObject({ value: { effects: [{ v: 180 }] } });
    expect(v(50)).toMatchObject({ value: { effects: [{ v: 90 }] } });
    expect(v(150)).toMatchObject({ value: { effects: [{ v: 270 }] } });
  });

  it("ignores an amount where the entry has none to adjust", () => {
    expect(applyEntry(entry({}), "pve", 7)).toMatchObject({ value: { effects: [{ v: 180 }] } });
  });

  it("turns percent into fractions and multiplies rather than raises to a power", () => {
    const effects: Effect[] = [{ op: "multiply", target: "damage.strike", value: 5, unit: "percent" }];
    expect(scaleEffects(effects, 3)).toEqual([{ op: "multiply", target: "damage.strike", v: 0.05 * 3 }]);
  });

  it("spreads an effect on all damage over strike, condition and siphon, not phantasms", () => {
    const effects: Effect[] = [{ op: "pool", target: "damage.all", value: 10, unit: "percent" }];
    expect(scaleEffects(effects, 1).map((effect) => "target" in effect && effect.target)).toEqual([
      "damage.strike",
      "damage.condition",
      "damage.siphon",
    ]);
  });

  it("replaces the PvE figures whole where WvW has its own, even none", () => {
    const wvw = entry({ effects: { pve: [precision], wvw: [] } });
    expect(applyEntry(wvw, "wvw")).toMatchObject({ value: { effects: [] } });
    expect(applyEntry(entry({}), "wvw")).toMatchObject({ value: { effects: [{ v: 180 }] } });
  });

  it("splits a partial uptime at full strength; none and a full one that excludes nothing stay ordinary", () => {
    const alone = entry({ amount: { ...uptime, splitScenario: { group: null } } });
    const grouped = entry({ amount: { ...uptime, splitScenario: { group: "scholar", variant: "on" } } });
    expect(applyEntry(alone, "pve", 70)).toMatchObject({
      value: { effects: [{ v: 180 }], split: { group: null, uptime: 0.7 } },
    });
    expect(applyEntry(alone, "pve", 0)).toMatchObject({ value: { effects: [{ v: 0 }], split: undefined } });
    expect(applyEntry(alone, "pve", 100)).toMatchObject({ value: { split: undefined } });
    expect(applyEntry(grouped, "pve", 100)).toMatchObject({ value: { split: { uptime: 1, variant: "on" } } });
    expect(applyEntry(grouped, "pve", 140)).toMatchObject({
      value: { effects: [{ v: 180 }], split: { uptime: 1 } },
    });
  });

  it("refuses an amount that is no number", () => {
    expect(applyEntry(entry({ amount: uptime }), "pve", Number.NaN)).toMatchObject({
      ok: false,
      error: { code: "INVALID_NUMBER", field: "skill:signet" },
    });
  });

  it("applies at full strength whatever the default", () => {
    const source = applyEntryAtFullStrength(
      entry({ amount: { ...uptime, default: 0, required: true } }),
      "pve",
    );
    expect(source.effects).toEqual([{ op: "addLate", target: "precision", v: 180 }]);
  });
});
