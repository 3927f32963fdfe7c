import { describe, expect, it } from "vitest";
import type { Fact } from "#lib/catalog/schema.ts";
import { factLines, figure } from "./fact-lines.ts";

function line(fact: Fact) {
  return factLines([fact])[0];
}

describe("factLines", () => {
  it.each<[Fact, string, string, string]>([
    [{ kind: "damage", hits: 3, coefficient: 0.35 }, "Damage coefficient", "1.05 (3 × 0.35)", "damage"],
    [{ kind: "damage", hits: 1, coefficient: 1.2 }, "Damage coefficient", "1.2", "damage"],
    [{ kind: "buff", status: "Might", stacks: 3, seconds: 20 }, "Might", "3 × 20 s", "boon"],
    [{ kind: "buff", status: "Burning", stacks: 1, seconds: 2.5 }, "Burning", "2.5 s", "condition"],
    [{ kind: "buff", status: "Superspeed", stacks: 1 }, "Superspeed", "yes", "plain"],
    [{ kind: "heal", amount: 390, coefficient: 0.3 }, "Healing", "390 + 0.3 × Healing Power", "plain"],
    [{ kind: "barrier", amount: 500 }, "Barrier", "500", "plain"],
    [
      { kind: "conversion", from: "power", to: "conditionDamage", percent: 7 },
      "Condition Damage from Power",
      "7 %",
      "plain",
    ],
    [{ kind: "attribute", attribute: "ferocity", value: -150 }, "Ferocity", "-150", "plain"],
    [{ kind: "comboField", field: "Fire" }, "Combo field", "Fire", "combo"],
    [
      { kind: "comboFinisher", finisher: "Projectile", percent: 20 },
      "Combo finisher",
      "Projectile (20 %)",
      "combo",
    ],
    [{ kind: "control", control: "knockback", distance: 300 }, "Knockback", "300", "control"],
    [{ kind: "control", control: "stun", seconds: 1 }, "Stun", "1 s", "control"],
    [{ kind: "stunBreak" }, "Breaks stun", "yes", "control"],
  ])("words %j as %s: %s", (fact, label, value, tone) => {
    expect(line(fact)).toEqual({ label, value, tone });
  });

  it("puts the recharge first", () => {
    const lines = factLines([
      { kind: "range", distance: 600 },
      { kind: "recharge", seconds: 20 },
    ]);
    expect(lines.map(({ label }) => label)).toEqual(["Recharge", "Range"]);
  });

  it("says whose a figure is and how sure it is", () => {
    expect(line({ kind: "damage", hits: 1, coefficient: 1, actor: "summon", unconfirmed: true })?.label).toBe(
      "Damage coefficient (summoned; from 2023, not confirmed since)",
    );
  });

  it("leaves out what the API merely repeats", () => {
    expect(factLines([{ kind: "stunBreak" }, { kind: "stunBreak", repeated: true }])).toHaveLength(1);
  });

  it("tells how often one use applies a figure", () => {
    expect(line({ kind: "buff", status: "Bleeding", stacks: 1, seconds: 4, applications: 3 })?.value).toBe(
      "4 s (3 times)",
    );
  });
});

it.each([
  [0.1 + 0.2, "0.3"],
  [1.23456, "1.235"],
  [20, "20"],
])("figure(%d) is %s", (value, text) => {
  expect(figure(value)).toBe(text);
});
