import { describe, expect, it } from "vitest";
import type { EffectTotal, SupportOutput } from "#lib/engine/support/output.ts";
import { supportOutput } from "#lib/engine/support/support-output.ts";
import { loadoutSchema } from "./loadout.ts";
import { UNKNOWN_SUPPORT_ATTRIBUTES } from "./support-attributes.ts";
import { supportInput } from "./support-input.ts";
import { partsOfProject } from "./testing/legal-loadout.ts";
import { type NamedLoadout, namedLoadout } from "./testing/named-loadout.ts";

const { catalog } = partsOfProject();

const FULL = { alacrityShare: 1, quicknessShare: 1 };

function inputOf(named: NamedLoadout, boonDuration = 0) {
  const loadout = namedLoadout(catalog, named);
  return supportInput(loadout, catalog, { ...UNKNOWN_SUPPORT_ATTRIBUTES, boonDuration }, FULL);
}

function outputOf(named: NamedLoadout, boonDuration = 0): SupportOutput {
  return supportOutput(inputOf(named, boonDuration));
}

function boon(output: SupportOutput, name: string): EffectTotal {
  const found = output.boons.find((total) => total.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** Sources of an input as `name: bar, use`. */
function sourcesOf(named: NamedLoadout): string[] {
  const { sources, bars } = inputOf(named);
  return sources.map(({ name, bar, use }) => {
    const { name: barName, timeShare } = bars.find(({ id }) => id === bar) ?? { name: "", timeShare: 0 };
    return `${name}: ${barName} ${timeShare}, ${use.kind}`;
  });
}

describe("a quickness firebrand", () => {
  const firebrand: NamedLoadout = {
    profession: "Guardian",
    lines: [["Radiance"], ["Honor"], ["Firebrand"]],
    heal: "Mantra of Solace",
    utility: ["Mantra of Potence", "Bane Signet", "Sword of Justice"],
    elite: '"Feel My Wrath!"',
    weapons: [
      ["Axe", "Torch"],
      ["Mace", "Shield"],
    ],
  };

  it("gives quickness from mantra charges and the shout, as by hand", () => {
    const quickness = boon(outputOf(firebrand, 0.5), "Quickness");
    // Potent Haste: a charge of 3 s every 12 s / 1.25. "Feel My Wrath!": 3 s every 30 s / 1.25 and its cast.
    const [potence, wrath] = quickness.entries.filter(({ counted }) => counted === "baseline");
    expect(potence).toMatchObject({ source: { name: "Potent Haste" }, baseSeconds: 3, seconds: 4.5 });
    expect(potence?.self).toBeCloseTo(4.5 / 9.6, 12);
    expect(wrath?.rechargeSeconds).toBe(30);
    expect(quickness.uptime.baseline.self).toBeCloseTo((potence?.self ?? 0) + (wrath?.self ?? 0), 12);
    expect(quickness.uptime.baseline.party).toBe(quickness.uptime.baseline.self);
  });

  it("uses the charges of a mantra, not its preparation nor its last charge", () => {
    const sources = sourcesOf(firebrand);
    expect(sources).toContain("Mantra of Potence: Slot skills 1, listed");
    expect(sources).toContain("Potent Haste: Slot skills 1, recharge");
    expect(sources).toContain("Overwhelming Celerity: Slot skills 1, listed");
  });

  it("has tomes at hand whose chapters are only listed, and two weapon sets half of the time each", () => {
    const sources = sourcesOf(firebrand);
    expect(sources).toContain("Epilogue: Eternal Oasis: Tome of Resolve null, recharge");
    expect(sources).toContain("Symbol of Vengeance: Weapon set 1 0.5, recharge");
    expect(sources).toContain("Symbol of Faith: Weapon set 2 0.5, recharge");
    expect(sources).toContain("Core Cleave: Weapon set 1 0.5, chain");
  });
});

describe("in WvW", () => {
  const shout: NamedLoadout = { profession: "Warrior", mode: "wvw", utility: ['"For Great Justice!"'] };

  it("a skill has the figures of its mode alone", () => {
    const might = (mode: "pve" | "wvw") =>
      boon(outputOf({ ...shout, mode }), "Might").entries.map(({ stacks, seconds }) => [stacks, seconds]);
    expect(might("pve")).toEqual([[6, 25]]);
    expect(might("wvw")).toEqual([[12, 6]]);
  });

  it("a relic's figures of PvE are not counted", () => {
    const relic = { ...shout, relic: "Relic of Durability" };
    expect(sourcesOf({ ...relic, mode: "pve" })).toContain("Relic of Durability: Relic 1, trigger");
    const { gaps, sources } = inputOf(relic);
    expect(sources.map(({ kind }) => kind)).not.toContain("relic");
    expect(gaps).toContainEqual({
      name: "Relic of Durability",
      text: "its figures are known for PvE only and not counted.",
    });
  });
});

describe("profession mechanics", () => {
  it("of a warrior: the burst of each weapon with its set", () => {
    const named: NamedLoadout = {
      profession: "Warrior",
      lines: [["Strength"], ["Tactics"], ["Berserker"]],
      weapons: [["Axe", "Warhorn"], ["Greatsword"]],
    };
    const sources = sourcesOf(named);
    expect(sources).toContain("Decapitate: Weapon set 1 0.5, recharge");
    expect(sources).toContain("Arc Divider: Weapon set 2 0.5, recharge");
    const core = sourcesOf({ ...named, lines: [["Strength"]] });
    expect(core).toContain("Eviscerate: Weapon set 1 0.5, recharge");
  });

  it("of an elementalist: every attunement a quarter of the time, overloads of a tempest", () => {
    const named: NamedLoadout = {
      profession: "Elementalist",
      lines: [["Water"], ["Arcane"], ["Tempest"]],
      weapons: [["Dagger", "Warhorn"]],
    };
    const sources = sourcesOf(named);
    expect(sources).toContain("Heat Sync: Weapon set 1, Fire 0.25, recharge");
    expect(sources).toContain("Tidal Surge: Weapon set 1, Water 0.25, recharge");
    expect(sources).toContain("Overload Fire: Fire attunement 0.25, recharge");
    expect(sourcesOf({ ...named, lines: [["Water"]] }).join()).not.toContain("Overload");
  });

  it("of an engineer: toolbelt skills in the slots that the elite specialization leaves", () => {
    const named: NamedLoadout = { profession: "Engineer", heal: "Med Kit", elite: "Supply Crate" };
    expect(sourcesOf(named).join()).toContain("Bandage Self: Profession mechanic");
    const scrapper = { ...named, lines: [["Tools"], ["Alchemy"], ["Scrapper"]] } satisfies NamedLoadout;
    expect(sourcesOf(scrapper).join()).toContain("Function Gyro: Profession mechanic");
    const mechanist = { ...named, lines: [["Tools"], ["Alchemy"], ["Mechanist"]] } satisfies NamedLoadout;
    expect(sourcesOf(mechanist).join()).not.toContain("Bandage Self: Profession mechanic");
  });

  it("of a ranger: the skills of both pets, only listed", () => {
    const { bars } = inputOf({ profession: "Ranger", pets: ["Tiger", "White Moa"] });
    const pets = bars.filter(({ name }) => name.startsWith("Pet: "));
    expect(pets).toHaveLength(2);
    expect(pets.every(({ timeShare }) => timeShare === null)).toBe(true);
  });

  it("of a thief: initiative sets no rhythm", () => {
    const sources = sourcesOf({ profession: "Thief", weapons: [["Shortbow"]] });
    expect(sources).toContain("Choking Gas: Weapon set 1 1, listed");
    expect(sources.join()).toContain("Steal: Profession mechanic 1, recharge");
  });

  it("of a necromancer: shroud skills are only listed", () => {
    const sources = sourcesOf({ profession: "Necromancer", lines: [["Spite"], ["Curses"], ["Reaper"]] });
    expect(sources).toContain("Soul Spiral: Reaper's Shroud null, recharge");
  });
});

describe("a revenant", () => {
  const herald: NamedLoadout = {
    profession: "Revenant",
    lines: [["Devastation", "Assassin's Presence"], ["Invocation"], ["Herald"]],
    legends: ["Legendary Dragon Stance", "Legendary Assassin Stance"],
    weapons: [["Sword", "Sword"], ["Staff"]],
  };

  it("pays with energy, which swapping legends doubles", () => {
    expect(inputOf(herald).energyPerSecond).toBe(10);
    expect(inputOf({ profession: "Revenant" }).energyPerSecond).toBe(5);
    expect(inputOf({ profession: "Guardian" }).energyPerSecond).toBeNull();
  });

  it("holds facets while its legend is there, half of the time", () => {
    const output = outputOf(herald);
    const protection = boon(output, "Protection");
    // 3 s every 3 s for half of the time.
    expect(protection.uptime.baseline).toEqual({ self: 0.5, party: 0.5 });
    expect(protection.entries[0]?.assumption).toContain(
      "Held, 50 % of the time (First legend), acts every 3 s.",
    );
    expect(sourcesOf(herald)).toContain("Jade Winds: Second legend 0.5, recharge");
  });

  it("uses skills that cost energy less often where it does not suffice", () => {
    const output = outputOf(herald);
    expect(output.control.entries.find(({ source }) => source.name === "Jade Winds")?.assumption).toMatch(
      /Energy allows [\d.]+ % of that\.$/,
    );
  });
});

describe("traits", () => {
  it("change lines of skills and act on their own", () => {
    const druid: NamedLoadout = {
      profession: "Ranger",
      lines: [
        ["Nature Magic", "Nature's Vengeance"],
        ["Druid", "Grace of the Land"],
      ],
      utility: ["Sun Spirit"],
    };
    const vigor = boon(outputOf(druid), "Vigor");
    expect(vigor.entries[0]?.source).toMatchObject({ name: "Sun Spirit", fromTrait: 1038 });
    const alacrity = boon(outputOf(druid), "Alacrity");
    expect(alacrity.entries).toMatchObject([{}, { source: { name: "Grace of the Land", kind: "trait" } }]);
  });

  it("that cast a skill have it as a source of its own, unless they state its effects", () => {
    const sources = sourcesOf({ profession: "Engineer", lines: [["Alchemy", "Health Insurance"]] });
    expect(sources.filter((source) => source.includes(": Traits 1, trigger")).length).toBeGreaterThan(2);
  });
});

describe("a loadout that is not whole", () => {
  it("without anything has no sources but the profession's mechanics", () => {
    const { sources, gaps } = inputOf({ profession: "Mesmer" });
    expect(sources.map(({ bar }) => bar).filter((bar) => bar !== "mechanics")).toEqual([]);
    expect(gaps).toEqual([]);
  });

  it("with ids that nothing has names them as gaps", () => {
    const unknown = 16_000_000;
    const loadout = loadoutSchema.parse({
      version: 1,
      profession: "Guardian",
      specializations: [{ id: 42, traits: [unknown, null, null] }, null, null],
      skills: { terrestrial: { heal: unknown } },
      equipment: { relic: unknown },
      weapons: { a: { main: { type: "Greatsword" } } },
      skillOverrides: [unknown],
    });
    const { gaps } = supportInput(loadout, catalog, UNKNOWN_SUPPORT_ATTRIBUTES);
    expect(gaps.map(({ name }) => name)).toEqual([
      `Skill ${unknown}`,
      "Virtue of Courage",
      `Skill ${unknown}`,
      `Trait ${unknown}`,
      `Relic ${unknown}`,
    ]);
  });
});
