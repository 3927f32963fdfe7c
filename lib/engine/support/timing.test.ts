import { describe, expect, it } from "vitest";
import type { SupportSource } from "./input.ts";
import {
  type BuildChanges,
  buff,
  effectNamed,
  every,
  inputOf,
  number,
  outputOf,
  recharge,
  skill,
  time,
  trait,
} from "./testing/support-builds.ts";
import { pulsesOf, timingsOf } from "./timing.ts";

function timingOf(source: SupportSource, changes: BuildChanges = {}, others: readonly SupportSource[] = []) {
  const timing = timingsOf(inputOf([source, ...others], changes)).get(source.key);
  if (timing === undefined) throw new Error(`No timing of ${source.key}`);
  return timing;
}

const interval = (timing: ReturnType<typeof timingOf>) => 1 / (timing.usesPerSecond ?? Number.NaN);

describe("a skill used whenever ready", () => {
  it("comes back after recharge and cast", () => {
    expect(interval(timingOf({ ...every(20, "Skill"), castSeconds: 1 }))).toBeCloseTo(21, 12);
  });

  it("recharges 25 % faster with alacrity and casts 50 % faster with quickness, by their share of the time", () => {
    const source = { ...every(20, "Skill"), castSeconds: 1.5 };
    const both = timingOf(source, { assumptions: { alacrityShare: 1, quicknessShare: 1 } });
    expect(interval(both)).toBeCloseTo(20 / 1.25 + 1, 12);
    const half = timingOf(source, { assumptions: { alacrityShare: 0.5 } });
    expect(interval(half)).toBeCloseTo(20 / 1.125 + 1.5, 12);
    expect(both.assumption).toBe(
      "Used whenever ready, every 17 s (recharge 20 s, alacrity 100 %, cast 1 s).",
    );
    expect(both.rechargeSeconds).toBe(20);
  });

  it("with charges is used as often as a charge comes back, also with alacrity", () => {
    const mantra = skill("Mantra", [recharge(2), time("Count Recharge", 12)], {
      ammunition: true,
      castSeconds: 1,
    });
    expect(interval(timingOf(mantra, { assumptions: { alacrityShare: 1 } }))).toBeCloseTo(9.6, 12);
  });

  it("with charges whose recharge this mode does not state is only listed", () => {
    const timing = timingOf(skill("Mantra", [recharge(2)], { ammunition: true }));
    expect(timing).toMatchObject({ counted: "listed", usesPerSecond: null, unknown: "recharge" });
  });

  it("without a stated recharge is only listed; an alternative recharge is none", () => {
    expect(timingOf(skill("Skill", [])).unknown).toBe("recharge");
    const alternative = skill("Skill", [{ kind: "recharge", seconds: 20, alternative: true }]);
    expect(timingOf(alternative).unknown).toBe("recharge");
  });

  it("on a bar of half the time is used half as often, on a bar not in use only listed", () => {
    expect(interval(timingOf({ ...every(20, "Skill"), bar: "half" }))).toBeCloseTo(40, 12);
    expect(timingOf({ ...every(20, "Skill"), bar: "unused" })).toMatchObject({
      counted: "listed",
      assumption: "Listed only: Kit is not assumed to be used.",
      unknown: null,
    });
  });

  it("that the build gives a reason not to count is only listed", () => {
    const timing = timingOf(skill("Skill", [recharge(10)], { use: { kind: "listed", why: "Initiative." } }));
    expect(timing).toMatchObject({ counted: "listed", assumption: "Initiative.", unknown: null });
  });
});

describe("an auto attack", () => {
  const chain = (chainSeconds: number | null) =>
    timingOf(skill("Attack", [], { use: { kind: "chain", chainSeconds } }), {
      assumptions: { quicknessShare: 1 },
    });

  it("counts as possible once per chain, faster with quickness", () => {
    expect(interval(chain(1.5))).toBeCloseTo(1, 12);
    expect(chain(1.5).counted).toBe("potential");
  });

  it("of unknown cast time has no frequency", () => {
    expect(chain(null)).toMatchObject({ counted: "listed", unknown: "frequency" });
  });
});

describe("a trait", () => {
  it("counts as possible once per recharge, which alacrity does not shorten", () => {
    const timing = timingOf(trait("Trait", [recharge(10)]), { assumptions: { alacrityShare: 1 } });
    expect(timing).toMatchObject({ counted: "potential", usesPerSecond: 0.1 });
  });

  it("counts as possible at its interval, where it states no recharge", () => {
    expect(timingOf(trait("Trait", [time("Interval", 3)])).usesPerSecond).toBeCloseTo(1 / 3, 12);
  });

  it("with a recharge too short to tell a rhythm, or none, is only listed", () => {
    expect(timingOf(trait("Trait", [recharge(1)]))).toMatchObject({
      counted: "listed",
      unknown: "frequency",
    });
    expect(timingOf(trait("Trait", []))).toMatchObject({ counted: "listed", unknown: "frequency" });
  });
});

describe("a skill held for an upkeep", () => {
  const facet = (facts: SupportSource["facts"], bar = "bar") =>
    skill("Facet", facts, { use: { kind: "upkeep" }, bar, cost: { perUse: 0, perSecond: 4 } });

  it("acts at each interval while its bar is at hand", () => {
    expect(timingOf(facet([time("Interval", 3)]))).toMatchObject({
      counted: "baseline",
      usesPerSecond: 1 / 3,
    });
    expect(interval(timingOf(facet([time("Interval", 3)], "half")))).toBeCloseTo(6, 12);
  });

  it("without an interval has no frequency", () => {
    expect(timingOf(facet([])).unknown).toBe("frequency");
  });
});

describe("a follow-up", () => {
  const followUp = (facts: SupportSource["facts"], keys: readonly string[]) =>
    skill("Second", facts, {
      use: { kind: "after", keys, counted: "potential", when: "If used after each" },
    });

  it("happens with each use before it, at most once per own recharge", () => {
    const first = every(10, "First");
    expect(timingOf(followUp([], ["First"]), {}, [first])).toMatchObject({
      counted: "potential",
      usesPerSecond: 0.1,
    });
    expect(timingOf(followUp([recharge(20)], ["First"]), {}, [first]).usesPerSecond).toBeCloseTo(0.05, 12);
  });

  it("of something that is never used is only listed, also in a circle", () => {
    expect(timingOf(followUp([], ["Nothing"])).unknown).toBe("frequency");
    const circle = skill("First", [], {
      use: { kind: "after", keys: ["Second"], counted: "potential", when: "If used after each" },
    });
    expect(timingOf(followUp([], ["First"]), {}, [circle]).counted).toBe("listed");
  });
});

describe("energy", () => {
  const paid = (name: string, perUse: number, seconds: number) =>
    skill(name, [recharge(seconds)], { cost: { perUse, perSecond: 0 } });
  const held = (perSecond: number) =>
    skill("Held", [time("Interval", 1)], { use: { kind: "upkeep" }, cost: { perUse: 0, perSecond } });

  it("that does not suffice makes all that cost it rarer, in proportion", () => {
    // 30 / 10 s + 35 / 5 s = 10 energy a second wanted, 5 there.
    const sources = [paid("A", 30, 10), paid("B", 35, 5), every(10, "Free")];
    const timings = timingsOf(inputOf(sources, { input: { energyPerSecond: 5 } }));
    expect(timings.get("A")?.usesPerSecond).toBeCloseTo(0.05, 12);
    expect(timings.get("B")?.usesPerSecond).toBeCloseTo(0.1, 12);
    expect(timings.get("Free")?.usesPerSecond).toBeCloseTo(0.1, 12);
    expect(timings.get("A")?.assumption).toContain("Energy allows 50 % of that.");
  });

  it("goes to held skills first", () => {
    const timings = timingsOf(inputOf([held(4), paid("A", 20, 10)], { input: { energyPerSecond: 5 } }));
    expect(timings.get("Held")?.usesPerSecond).toBe(1);
    // 1 of 5 is left, 2 wanted.
    expect(timings.get("A")?.usesPerSecond).toBeCloseTo(0.05, 12);
  });

  it("holds skills for part of the time where their upkeep is more than all of it", () => {
    const timings = timingsOf(inputOf([held(10), paid("A", 20, 10)], { input: { energyPerSecond: 5 } }));
    expect(timings.get("Held")?.usesPerSecond).toBeCloseTo(0.5, 12);
    expect(timings.get("A")?.usesPerSecond).toBe(0);
  });

  it("that suffices changes nothing", () => {
    const timings = timingsOf(inputOf([paid("A", 10, 10)], { input: { energyPerSecond: 5 } }));
    expect(timings.get("A")?.usesPerSecond).toBeCloseTo(0.1, 12);
  });
});

describe("pulses of one use", () => {
  it("are those stated, or duration through interval, or one", () => {
    expect(pulsesOf([number("Pulses", 5), time("Duration", 9), time("Interval", 3)])).toBe(5);
    expect(pulsesOf([time("Duration", 10), time("Interval", 3)])).toBe(3);
    expect(pulsesOf([time("Duration", 10)])).toBe(1);
    expect(pulsesOf([number("Pulses", 0)])).toBe(1);
  });
});

describe("alacrity", () => {
  it("lifts the uptime of a boon by a quarter", () => {
    const shout = every(20, "Shout", buff("Fury", 4));
    const uptime = (alacrityShare: number) =>
      effectNamed(outputOf([shout], { assumptions: { alacrityShare } }), "Fury").uptime.baseline.self;
    expect(uptime(1)).toBeCloseTo(1.25 * uptime(0), 12);
  });
});
