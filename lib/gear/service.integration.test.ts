import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { decodeLoadout } from "#lib/builds/loadout-code/loadout-code.ts";
import { readLoadout, saveBuild } from "#lib/builds/service.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import type { GearToApply } from "./apply-result.ts";
import { applyGear, listTemplates, openSearch } from "./service.ts";

setUpTestDatabase();

const GEAR: GearToApply = {
  slots: { helm: { stat: "Viper", rarity: "exotic" }, mainHand: { stat: "Dragon", rarity: "ascended" } },
  extras: { relic: 100916 },
  infusions: { power: 2, conditionDamage: 1 },
};

let owner: Actor;
let other: Actor;

beforeAll(async () => {
  owner = await newUser();
  other = await newUser();
});

/** A template made into a loadout code, as a visitor gets it. */
async function codeOf(template: string): Promise<string> {
  const applied = await applyGear(ANONYMOUS, { template }, { slots: {}, extras: {} });
  if (!("code" in applied)) throw new Error("no code");
  return applied.code;
}

async function savedBuild(visibility: "private" | "public"): Promise<string> {
  const code = await codeOf("luminary-power");
  const { slug } = await saveBuild(owner, { link: "", code, name: "Mine", visibility, mode: "pve" });
  return slug;
}

describe("opening a search", () => {
  it("for a template has its rotation, in either mode", async () => {
    const opened = await openSearch(ANONYMOUS, { template: "druid", mode: "wvw" });
    expect(opened).toMatchObject({
      kit: { name: "Heal Alacrity Druid", mode: "wvw", profession: "Ranger", current: null },
      subject: { template: "druid", setup: "raid", mode: "wvw" },
      isOwnBuild: false,
    });
  });

  it("for a saved build has what it wears, and knows whose it is", async () => {
    const build = await savedBuild("public");
    const opened = await openSearch(owner, { build });
    expect(opened).toMatchObject({
      kit: { name: "Mine", current: { slots: { helm: { stat: "Berserker" } } } },
      subject: { build, template: "luminary-power", setup: "raid", mode: "pve" },
      isOwnBuild: true,
    });
    expect(await openSearch(ANONYMOUS, { build })).toMatchObject({ isOwnBuild: false });
    expect(await openSearch(other, { build, template: "dh-radiance" })).toMatchObject({
      template: { name: "Power Dragonhunter Radiance SP/GS" },
    });
  });

  it("for a loadout code has what the code holds", async () => {
    const opened = await openSearch(ANONYMOUS, { loadout: await codeOf("pbers") });
    expect(opened).toMatchObject({ kit: { profession: "Warrior", hands: "two-handed" } });
  });

  it("for nothing opens nothing", async () => {
    expect(await openSearch(ANONYMOUS, {})).toBeNull();
  });

  it("tells strangers nothing of private builds", async () => {
    const build = await savedBuild("private");
    await expect(openSearch(other, { build })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openSearch(ANONYMOUS, { build })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("names what is not there", async () => {
    await expect(openSearch(ANONYMOUS, { template: "no-such" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      field: "template",
    });
    await expect(openSearch(ANONYMOUS, { loadout: "damaged" })).rejects.toMatchObject({ field: "loadout" });
    const build = await savedBuild("public");
    const foreign = openSearch(ANONYMOUS, { build, template: "druid" });
    await expect(foreign).rejects.toMatchObject({ code: "INVALID_INPUT", field: "template.id" });
  });
});

describe("applying a result", () => {
  it("changes the owner's build", async () => {
    const slug = await savedBuild("private");
    expect(await applyGear(owner, { build: slug }, GEAR)).toEqual({ slug });
    const { loadout } = await readLoadout(owner, slug);
    expect(loadout.equipment.pieces.helm).toMatchObject({
      statSet: "Viper",
      rarity: "exotic",
      infusions: [37131],
    });
    expect(loadout.equipment.pieces.coat).toMatchObject({ statSet: "Berserker", infusions: [37130] });
    expect(loadout.equipment.relic).toBe(100916);
    expect(loadout.weapons.a.main).toMatchObject({ statSet: "Dragon" });
  });

  it("gives everybody else a copy, and leaves the build alone", async () => {
    const slug = await savedBuild("public");
    const before = await readLoadout(owner, slug);
    for (const actor of [other, ANONYMOUS]) {
      const applied = await applyGear(actor, { build: slug }, GEAR);
      const copy = decodeLoadout("code" in applied ? applied.code : "");
      expect(copy).toMatchObject({ ok: true, value: { equipment: { relic: 100916 } } });
    }
    expect(await readLoadout(owner, slug)).toMatchObject({ loadout: before.loadout, isOwner: true });
  });

  it("makes a build of a template, in the mode that was searched", async () => {
    const applied = await applyGear(ANONYMOUS, { template: "druid", setup: "fractal", mode: "wvw" }, GEAR);
    const made = decodeLoadout("code" in applied ? applied.code : "");
    expect(made).toMatchObject({
      ok: true,
      value: { mode: "wvw", template: { id: "druid", setup: "fractal" }, equipment: { relic: 100916 } },
    });
    await expect(applyGear(ANONYMOUS, { template: "no-such" }, GEAR)).rejects.toMatchObject({
      field: "template",
    });
  });
});

describe("the list of templates", () => {
  it("has all of them, by profession in the game's order", () => {
    const templates = listTemplates();
    expect(templates).toHaveLength(163);
    expect(templates[0]?.profession).toBe("Guardian");
    expect(templates.at(-1)?.profession).toBe("Revenant");
  });
});
