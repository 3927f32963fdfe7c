import { describe, expect, it } from "vitest";
import { openLink } from "./open-link.ts";
import type { BuildView } from "./view.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
/** Public WvW and PvE builds of a wiki and of guild pages; only the link is a fact. */
const ENGINEER_47_BYTES = "[&DQMGOyYvSx2AHYAdkwGGAFodWh0HAQcBex17HQAAAAAAAAAAAAAAAAAAAAABCQE=]";
/** Lists mace, shield and rifle. */
const ENGINEER_THREE_WEAPONS = "[&DQMGFyY7SwAoAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADNQBXAFUAAA==]";
const OLD_REVENANT = "[&DQkPFQMqND/cEdwRKxIrEgYSBhLUEdQRyhHKEQ4NDxAAAAAAAAAAAAAAAAA=]";
const FOREIGN_LINES = "[&DQEQGi8fGybZEgAAXQEAAG8BAAC0EgAAwhIAAAAAAAAAAAAAAAAAAAAAAAA=]";

function open(text: string): { link: string; view: BuildView } {
  const opened = openLink(text, "pve");
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

describe("openLink", () => {
  it("names lines, chosen traits, skills and proposed weapon sets", () => {
    const { view, link } = open(`my build: ${FIREBRAND}!`);
    expect(link).toBe(FIREBRAND);
    expect(view.title).toBe("Firebrand");
    expect(view.specializations.map((line) => line.tiers.map(({ chosen }) => chosen?.name))).toEqual([
      ["Smiter's Boon", "Communal Defenses", "Tenacious Defense"],
      ["Master of Consecrations", "Absolute Resolve", "Indomitable Courage"],
      ["Liberator's Vow", "Stalwart Speed", "Stoic Demeanor"],
    ]);
    expect(view.skillBars[0]?.skills.map(({ name }) => name)).toEqual([
      "Mantra of Solace",
      "Sanctuary",
      "Hallowed Ground",
      '"Stand Your Ground!"',
      "Mantra of Liberation",
    ]);
    expect(view.weaponSets.map(({ weapons }) => weapons)).toEqual(["Axe / Shield", "Mace / Focus"]);
    expect(view.warnings).toEqual([]);
  });

  it("shows three minor and nine major traits a line, with facts", () => {
    for (const line of open(FIREBRAND).view.specializations) {
      expect(line.tiers.map(({ minor, majors }) => [minor !== null, majors.length])).toEqual([
        [true, 3],
        [true, 3],
        [true, 3],
      ]);
    }
  });

  it("warns where a line belongs to another profession, and still shows the rest", () => {
    const { view } = open(FOREIGN_LINES);
    expect(view.warnings.join(" ")).toMatch(/belongs to Engineer, not to Guardian/);
    expect(view.profession).toBe("Guardian");
  });

  it("says that a link from before June 2023 holds no weapons", () => {
    expect(open(OLD_REVENANT).view.linkListsWeapons).toBe(false);
  });

  it("reads legends of 2019 to 2021 and says so", () => {
    const { view } = open(OLD_REVENANT);
    expect(view.companions.filter(({ group }) => group === "Legends")).toHaveLength(2);
    expect(view.warnings.join(" ")).toMatch(/from 2019 to 2021/);
  });

  it("accepts a link without the count of overrides and writes it as the game does", () => {
    const { link, view } = open(ENGINEER_47_BYTES);
    expect(link).not.toBe(ENGINEER_47_BYTES);
    expect(view.weaponSets.map(({ weapons }) => weapons)).toEqual(["Spear"]);
  });

  it.each([
    ["", /no chat link/],
    ["hello", /no chat link/],
    ["[&BtIWAAA=]", /not a build template link/],
    ["[&DQY=]", /cut off: 2 bytes of at least 44/],
  ])("refuses %j with what is wrong and what to do", (text, message) => {
    const opened = openLink(text, "pve");
    expect(opened.ok).toBe(false);
    if (!opened.ok) expect(opened.error.message).toMatch(message);
  });

  it("gives professions that cannot swap weapons one set, and says what else the link lists", () => {
    const opened = openLink(ENGINEER_THREE_WEAPONS, "pve");
    expect(opened).toMatchObject({
      ok: true,
      value: {
        loadout: {
          weapons: { a: { main: { type: "Mace" }, off: { type: "Shield" } }, b: { main: null, off: null } },
        },
        view: { warnings: ["The link also lists Rifle, which no weapon set of this build has room for."] },
      },
    });
  });
});
