import { describe, expect, it } from "vitest";
import type { Loadout } from "../loadout.ts";
import type { ThreeIndex } from "./edit.ts";
import { chooseLine, chooseTrait, eliteLine, linesFor, swapLines } from "./lines.ts";
import { emptyLoadout } from "./new-loadout.ts";
import { idOf, optionsOf } from "./testing/options.ts";

const guardian = optionsOf("Guardian");
const line = (name: string) => idOf(guardian.catalog.specializationsOf("Guardian"), name);

function with3(...names: readonly string[]): Loadout {
  return names.reduce(
    (loadout, name, index) => chooseLine(loadout, guardian, index as ThreeIndex, line(name)).loadout,
    emptyLoadout("Guardian"),
  );
}

function namesOf({ specializations }: Loadout): (string | null)[] {
  return specializations.map((one) =>
    one ? (guardian.catalog.specializations.get(one.id)?.name ?? "?") : null,
  );
}

describe("choosing specialization lines", () => {
  it("offers elite specializations for the third line only", () => {
    expect(linesFor(guardian, 0).filter(({ elite }) => elite)).toEqual([]);
    expect(linesFor(guardian, 2).filter(({ elite }) => elite).length).toBeGreaterThanOrEqual(3);
  });

  it("puts an elite specialization into the third line whichever is named", () => {
    const { loadout } = chooseLine(emptyLoadout("Guardian"), guardian, 0, line("Firebrand"));
    expect(namesOf(loadout)).toEqual([null, null, "Firebrand"]);
    expect(eliteLine(loadout, guardian)?.name).toBe("Firebrand");
  });

  it("exchanges lines, with their traits, instead of holding one twice", () => {
    const trait = guardian.catalog.specializations.get(line("Zeal"))?.majorTraits[1];
    if (trait === undefined) throw new Error("Zeal has no traits.");
    const before = chooseTrait(with3("Zeal", "Virtues", "Honor"), guardian, 0, 0, trait).loadout;
    const { loadout } = chooseLine(before, guardian, 2, line("Zeal"));
    expect(namesOf(loadout)).toEqual(["Honor", "Virtues", "Zeal"]);
    expect(loadout.specializations[2]?.traits).toEqual([trait, null, null]);
  });

  it("says which elite specialization went when a core line takes the third place", () => {
    const { label, loadout } = chooseLine(with3("Zeal", "Virtues", "Firebrand"), guardian, 2, line("Zeal"));
    expect(namesOf(loadout)).toEqual([null, "Virtues", "Zeal"]);
    expect(label).toBe("Line 3: Zeal; Firebrand taken out");
  });

  it("does not drag an elite specialization out of the third line", () => {
    const before = with3("Zeal", "Virtues", "Firebrand");
    expect(swapLines(before, guardian, 0, 2).loadout).toBe(before);
    expect(namesOf(swapLines(before, guardian, 0, 1).loadout)).toEqual(["Virtues", "Zeal", "Firebrand"]);
  });

  it("changes nothing when the line holds it already", () => {
    const before = with3("Zeal", "Virtues", "Honor");
    expect(chooseLine(before, guardian, 1, line("Virtues")).loadout).toBe(before);
  });
});

describe("choosing traits", () => {
  it("holds one major trait of a tier; the chosen one again takes it out", () => {
    const [first, second] = guardian.catalog.specializations.get(line("Zeal"))?.majorTraits ?? [];
    if (first === undefined || second === undefined) throw new Error("Zeal has no traits.");
    const one = chooseTrait(with3("Zeal"), guardian, 0, 0, first).loadout;
    const two = chooseTrait(one, guardian, 0, 0, second).loadout;
    expect(two.specializations[0]?.traits).toEqual([second, null, null]);
    expect(chooseTrait(two, guardian, 0, 0, second).loadout.specializations[0]?.traits).toEqual([
      null,
      null,
      null,
    ]);
  });
});
