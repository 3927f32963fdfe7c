import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { db } from "#lib/platform/db/client.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import type { Visibility } from "#lib/shared/game.ts";
import { seedExampleBuilds } from "./seed.ts";
import {
  changeBuild,
  deleteBuild,
  emptyBin,
  forkBuild,
  listBin,
  listEverybodysBuilds,
  listOwnBuilds,
  readBuild,
  restoreBuild,
  saveBuild,
} from "./service.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

let owner: Actor;
let other: Actor;

beforeAll(async () => {
  owner = await newUser();
  other = await newUser();
});

function save(visibility: Visibility, actor = owner, name = "Mantra support") {
  return saveBuild(actor, { link: `see ${FIREBRAND}`, name, visibility, mode: "wvw" });
}

describe("saving a build", () => {
  it("keeps name, mode, link and everything the link holds", async () => {
    const { slug } = await save("private");
    const build = await readBuild(owner, slug);
    expect(build).toMatchObject({
      name: "Mantra support",
      visibility: "private",
      isOwner: true,
      ownerName: "Player",
      chatLink: FIREBRAND,
      example: null,
    });
    expect(build.view).toMatchObject({ profession: "Guardian", title: "Firebrand", mode: "wvw" });
    expect(build.view.specializations.map(({ name }) => name)).toEqual(["Valor", "Virtues", "Firebrand"]);
  });

  it("refuses visitors", async () => {
    await expect(save("public", ANONYMOUS)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("refuses a text without a readable link and names the field", async () => {
    const input = { link: "[&DQY=]", name: "Broken", visibility: "public", mode: "pve" } as const;
    await expect(saveBuild(owner, input)).rejects.toMatchObject({ code: "INVALID_INPUT", field: "link" });
  });
});

describe("reading a build", () => {
  it("gives strangers and visitors the same answer for a private build as for none", async () => {
    const { slug } = await save("private");
    const missing = await readBuild(other, "no-such-build").catch((error: Error) => error.message);
    for (const actor of [other, ANONYMOUS]) {
      const refused = readBuild(actor, slug);
      await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND", message: missing });
    }
  });

  it("lets everybody with the address see an unlisted one, but lists it nowhere", async () => {
    const { slug } = await save("unlisted");
    expect(await readBuild(ANONYMOUS, slug)).toMatchObject({ slug, isOwner: false });
    const listed = (await listEverybodysBuilds()).builds.map((build) => build.slug);
    expect(listed).not.toContain(slug);
  });
});

describe("changing and deleting a build", () => {
  it("is for the owner alone; to others it is not there", async () => {
    const { slug } = await save("public");
    const change = { slug, name: "Stolen", visibility: "private" } as const;
    for (const actor of [other, ANONYMOUS]) {
      await expect(changeBuild(actor, change)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(deleteBuild(actor, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await readBuild(ANONYMOUS, slug)).toMatchObject({ name: "Mantra support" });
  });

  it("leads every earlier address to the build of the new name", async () => {
    const first = await save("public");
    const second = await changeBuild(owner, { slug: first.slug, name: "Renamed", visibility: "public" });
    expect(second.slug).toMatch(/^renamed-/);
    expect(second.slug.slice(-8)).toBe(first.slug.slice(-8));
    const back = await changeBuild(owner, {
      slug: second.slug,
      name: "Mantra support",
      visibility: "private",
    });
    expect(back.slug).toBe(first.slug);
    for (const slug of [first.slug, second.slug]) {
      expect(await readBuild(owner, slug)).toMatchObject({ slug: first.slug, name: "Mantra support" });
      await expect(readBuild(other, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("takes the page away, and brings it back out of the owner's bin", async () => {
    const { slug } = await save("public");
    await deleteBuild(owner, slug);
    await expect(readBuild(owner, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listEverybodysBuilds()).builds.map((build) => build.slug)).not.toContain(slug);
    expect((await listBin(owner)).map((build) => build.slug)).toContain(slug);
    expect(await listBin(other)).toEqual([]);
    for (const actor of [other, ANONYMOUS]) {
      await expect(restoreBuild(actor, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await restoreBuild(owner, slug);
    expect(await readBuild(ANONYMOUS, slug)).toMatchObject({ slug, name: "Mantra support" });
  });

  it("keeps a deleted build for 30 days and no longer", async () => {
    const { slug } = await save("public");
    await deleteBuild(owner, slug);
    const age = (interval: string) =>
      db().execute(sql`update builds set deleted_at = now() - ${interval}::interval where slug = ${slug}`);
    await age("29 days 23 hours");
    expect(await emptyBin(db())).toBe(0);
    await age("30 days 1 minute");
    await expect(restoreBuild(owner, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await emptyBin(db())).toBe(1);
  });
});

describe("copying a build", () => {
  it("gives a private build of one's own that names whose work it began as", async () => {
    const { slug } = await save("public");
    const copy = await forkBuild(other, slug);
    await expect(readBuild(owner, copy.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const [original, forked] = [await readBuild(owner, slug), await readBuild(other, copy.slug)];
    expect(forked).toMatchObject({
      isOwner: true,
      visibility: "private",
      loadoutCode: original.loadoutCode,
      forkedFrom: { credit: "“Mantra support” by Player", slug },
    });
    expect(original).toMatchObject({ forkCount: 1, forkedFrom: null });
  });

  it("keeps the credit, but no way to it, when the original is hidden", async () => {
    const { slug } = await save("public");
    const copy = await forkBuild(other, slug);
    await changeBuild(owner, { slug, name: "Mantra support", visibility: "private" });
    const { forkedFrom } = await readBuild(other, copy.slug);
    expect(forkedFrom).toEqual({ credit: "“Mantra support” by Player", slug: null });
  });

  it("is refused for visitors, and of builds that are not there for the actor", async () => {
    const { slug } = await save("private");
    await expect(forkBuild(other, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(forkBuild(ANONYMOUS, "example-luminary-power")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const open = await save("public");
    await expect(forkBuild(ANONYMOUS, open.slug)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("lists", () => {
  it("show own builds page by page, each once, newest first", async () => {
    const player = await newUser();
    const names = Array.from({ length: 30 }, (_, index) => `Build ${index}`);
    for (const name of names) await save("private", player, name);
    const first = await listOwnBuilds(player);
    expect(first.builds).toHaveLength(24);
    const second = await listOwnBuilds(player, first.next ?? "");
    expect(second.next).toBeNull();
    const listed = [...first.builds, ...second.builds].map(({ name }) => name);
    expect(listed).toHaveLength(30);
    expect(new Set(listed)).toEqual(new Set(names));
    expect(listed[0]).toBe("Build 29");
  });

  it("refuse a damaged cursor and visitors' own list", async () => {
    await expect(listOwnBuilds(owner, "nonsense")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      field: "after",
    });
    await expect(listOwnBuilds(ANONYMOUS)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("example builds", () => {
  it("are at least sixty, of all nine professions, named as examples with source and date", async () => {
    await seedExampleBuilds(db());
    const examples = await allExamples();
    expect(examples.length).toBeGreaterThanOrEqual(60);
    expect(new Set(examples.map(({ profession }) => profession)).size).toBe(9);
    for (const { slug, name } of examples.slice(0, 12)) {
      expect(name).toMatch(/^Example: /);
      const { example } = await readBuild(ANONYMOUS, slug);
      expect(example?.source).toContain("Discretize");
      expect(example?.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it("are written once, however often and however many processes seed", async () => {
    await Promise.all([seedExampleBuilds(db()), seedExampleBuilds(db())]);
    expect(await seedExampleBuilds(db())).toBe(0);
  });

  it("belong to nobody", async () => {
    const change = { slug: "example-luminary-power", name: "Mine", visibility: "public" } as const;
    await expect(changeBuild(owner, change)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

async function allExamples() {
  const examples = [];
  let page = await listEverybodysBuilds();
  for (;;) {
    examples.push(...page.builds.filter(({ exampleDate }) => exampleDate !== null));
    if (page.next === null) return examples;
    page = await listEverybodysBuilds(page.next);
  }
}
