import { describe, expect, it } from "vitest";
import type { SupportFact } from "./facts.ts";
import { every, number, outputOf, recharge, skill, time, trait } from "./testing/support-builds.ts";

const heal = (amount: number, label?: string, coefficient?: number): SupportFact => ({
  kind: "heal",
  amount,
  label,
  coefficient,
});
const barrier = (amount: number, label?: string, coefficient?: number): SupportFact => ({
  kind: "barrier",
  amount,
  label,
  coefficient,
});
const shared = (...facts: SupportFact[]) => skill("Skill", [recharge(10), ...facts], { alliedTargets: 5 });

describe("healing per second", () => {
  it("is (amount + coefficient x healing power) / recharge; on others with outgoing healing", () => {
    const { healing } = outputOf([shared(heal(2000, undefined, 0.5))], {
      attributes: { healingPower: 1000, outgoingHealing: 0.2 },
    });
    expect(healing.perSecond.baseline.self).toBeCloseTo(250, 12);
    expect(healing.perSecond.baseline.party).toBeCloseTo(300, 12);
    expect(healing.entries[0]).toMatchObject({ amount: 2000, coefficient: 0.5, perApplication: 2500 });
  });

  it("counts only the amount where the share of healing power is not stated, and says so", () => {
    const { healing, notKnown } = outputOf([shared(heal(2000))], { attributes: { healingPower: 1000 } });
    expect(healing.perSecond.baseline.self).toBe(200);
    expect(notKnown.map(({ code, text }) => [code, text])).toEqual([
      [
        "coefficient",
        "Skill: the share of healing power in healing (Healing) is not stated; only 2000 is counted.",
      ],
    ]);
  });

  it("counts a line of each pulse with each pulse, a line of each second with each second", () => {
    const pulses = outputOf([shared(heal(100, "Healing per Pulse", 0), number("Pulses", 6))]);
    expect(pulses.healing.perSecond.baseline.self).toBe(60);
    const seconds = outputOf([shared(heal(100, "Healing per Second", 0), time("Duration", 4))]);
    expect(seconds.healing.perSecond.baseline.self).toBe(40);
  });

  it("counts one pulse of a plain line for certain, the others as possible", () => {
    const { healing } = outputOf([shared(heal(100, "Healing", 0), number("Pulses", 6))]);
    expect(healing.perSecond.baseline.self).toBe(10);
    expect(healing.perSecond.potential.self).toBe(60);
  });

  it("takes a line of its own name, or beside one of pulses, for one application", () => {
    const gyro = shared(
      heal(4000, "Personal Heal", 0),
      heal(500, "Healing", 0),
      heal(100, "Pulse Heal", 0),
      number("Pulses", 5),
    );
    const { healing } = outputOf([gyro]);
    expect(healing.entries.map(({ applications }) => applications)).toEqual([1, 1, 5]);
    expect(healing.perSecond.potential.self).toBe((4000 + 500 + 5 * 100) / 10);
  });

  it.each(["Healing per Boon", "Healing if in the Light", "Passive Healing", "Additional Healing"])(
    "lists %s without counting it",
    (label) => {
      const { healing, notKnown } = outputOf([shared(heal(500, label, 0.1))]);
      expect(healing.perSecond.potential.self).toBe(0);
      expect(healing.entries[0]?.counted).toBe("listed");
      expect(notKnown.map(({ code }) => code)).toEqual(["condition"]);
    },
  );
});

describe("whom healing reaches", () => {
  const reached = (...facts: SupportFact[]) =>
    outputOf([shared(...facts)]).healing.entries.map(({ self, party }) => [self > 0, party > 0]);

  it("is you where the label says so, allies alone where it names them", () => {
    expect(reached(heal(500, "Self Heal", 0))).toEqual([[true, false]]);
    expect(reached(heal(500, "Allied Heal", 0))).toEqual([[false, true]]);
    expect(reached(heal(500, "Area Heal", 0))).toEqual([[true, true]]);
  });

  it("is you for a plain line beside one for allies", () => {
    expect(reached(heal(6000, "Healing", 0), heal(3000, "Ally Healing", 0))).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("is not known for a plain line of a healing skill whose targets nobody states", () => {
    const facts = [recharge(20), heal(9000, "Healing", 1), number("Number of Targets", 5)];
    const output = outputOf([skill("To the Limit", facts, { healSkill: true })]);
    expect(output.healing.perSecond.baseline).toEqual({ self: 450, party: 0 });
    expect(output.healing.perSecond.potential).toEqual({ self: 450, party: 450 });
    expect(output.notKnown.map(({ code }) => code)).toContain("targets");
    const stated = outputOf([skill("Water", facts, { healSkill: true, alliedTargets: 5 })]);
    expect(stated.healing.perSecond.baseline.party).toBe(450);
  });
});

describe("barrier", () => {
  it("scales with healing power but not with outgoing healing", () => {
    const output = outputOf([shared(barrier(1000, undefined, 1))], {
      attributes: { healingPower: 500, outgoingHealing: 0.5 },
    });
    expect(output.barrier.perSecond.baseline).toEqual({ self: 150, party: 150 });
    expect(output.healing.entries).toEqual([]);
  });

  it("of a trait without a telling recharge is listed", () => {
    const output = outputOf([trait("Trait", [recharge(1), barrier(200, "Barrier", 0.1)])]);
    expect(output.barrier.entries).toMatchObject([{ counted: "listed", self: 0 }]);
    expect(output.notKnown.map(({ code }) => code)).toEqual(["frequency"]);
  });

  it("of two sources adds up", () => {
    const { perSecond } = outputOf([every(10, "A", barrier(500)), every(20, "B", barrier(500))]).barrier;
    expect(perSecond.baseline.self).toBe(75);
  });
});
