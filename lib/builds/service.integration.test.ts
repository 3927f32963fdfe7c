import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { signUp } from "#lib/accounts/service.ts";
import { db, useDatabase } from "#lib/platform/db/client.ts";
import { createTestDatabase } from "#lib/platform/db/test-database.ts";
import type { Visibility } from "#lib/shared/game.ts";
import { seedExampleBuilds } from "./seed.ts";
import {
  changeBuild,
  deleteBuild,
  listEverybodysBuilds,
  listOwnBuilds,
  readBuild,
  saveBuild,
} from "./service.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

let close: () => Promise<void>;
let owner: Actor;
let other: Actor;

beforeAll(async () => {
  const database = await createTestDatabase();
  const disconnect = useDatabase(database.url);
  close = async () => {
    await disconnect();
    await database.drop();
  };
  owner = await newUser();
  other = await newUser();
});

afterAll(() => close());

function newUser(): Promise<Actor> {
  return signUp({
    displayName: "Player",
    email: `${crypto.randomUUID()}@example.com`,
    password: "four unrelated words",
  });
}

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

  it("keeps the address when the name changes", async () => {
    const { slug } = await save("public");
    await changeBuild(owner, { slug, name: "Renamed", visibility: "public" });
    expect(await readBuild(ANONYMOUS, slug)).toMatchObject({ slug, name: "Renamed" });
  });

  it("takes the page away", async () => {
    const { slug } = await save("public");
    await deleteBuild(owner, slug);
    await expect(readBuild(owner, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
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
