import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { db } from "#lib/platform/db/client.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import { searchLibrary } from "../library/service.ts";
import { readBuild, saveBuild } from "../service.ts";
import { countView, flushViews, forgetViewers } from "./service.ts";
import { writeViews } from "./view-repository.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const visitor = { address: "203.0.113.7", userAgent: "Firefox" };
const other = { address: "203.0.113.8", userAgent: "Firefox" };
const TODAY = new Date("2026-11-21T10:00:00Z");
const TOMORROW = new Date("2026-11-22T00:00:01Z");

let owner: Actor;

beforeAll(async () => {
  owner = await newUser();
});

async function save(name: string): Promise<string> {
  return (await saveBuild(owner, { link: FIREBRAND, name, visibility: "public", mode: "wvw" })).slug;
}

async function viewsOf(slug: string): Promise<number> {
  await flushViews();
  return (await readBuild(ANONYMOUS, slug)).viewCount;
}

it("a visitor counts once a day, whether the views are written together or apart", async () => {
  const slug = await save("Seen");
  const build = await readBuild(ANONYMOUS, slug);
  await Promise.all([1, 2, 3].map(() => countView(ANONYMOUS, build, visitor, TODAY)));
  expect(await viewsOf(slug)).toBe(1);
  await countView(ANONYMOUS, build, visitor, TODAY);
  await countView(ANONYMOUS, build, other, TODAY);
  expect(await viewsOf(slug)).toBe(2);
  await countView(ANONYMOUS, build, visitor, TOMORROW);
  expect(await viewsOf(slug)).toBe(3);
});

it("a person who is signed in counts once, from wherever they look; the owner and programs do not", async () => {
  const slug = await save("Looked at");
  const reader = await newUser();
  await countView(reader, await readBuild(reader, slug), visitor, TODAY);
  await countView(reader, await readBuild(reader, slug), other, TODAY);
  await countView(owner, await readBuild(owner, slug), visitor, TODAY);
  await countView(
    ANONYMOUS,
    await readBuild(ANONYMOUS, slug),
    { ...visitor, userAgent: "Googlebot/2.1" },
    TODAY,
  );
  expect(await viewsOf(slug)).toBe(1);
});

it("nothing of an address is kept, and the day after not even what it was known by", async () => {
  const build = await readBuild(ANONYMOUS, await save("Forgotten"));
  await countView(ANONYMOUS, build, visitor, TODAY);
  await flushViews();
  const kept = await db().execute(sql`select day, encode(viewer, 'escape') as viewer from build_viewers`);
  expect(JSON.stringify(kept)).not.toContain("203.0.113");
  await forgetViewers(db(), TODAY);
  expect(await db().execute(sql`select from build_viewers where day = '2026-11-21'`)).not.toHaveLength(0);
  await forgetViewers(db(), TOMORROW);
  expect(await db().execute(sql`select from build_viewers where day = '2026-11-21'`)).toHaveLength(0);
  expect(await db().execute(sql`select from view_salts where day = '2026-11-21'`)).toHaveLength(0);
});

it("a build that went meanwhile does not keep the others from being counted", async () => {
  const slug = await save("Stays");
  const stays = await readBuild(ANONYMOUS, slug);
  await countView(ANONYMOUS, { id: crypto.randomUUID(), isOwner: false }, visitor, TOMORROW);
  await countView(ANONYMOUS, stays, visitor, TOMORROW);
  expect(await viewsOf(slug)).toBe(1);
});

it("servers that write the same builds at once neither wait for each other nor lose a view", async () => {
  const slugs = await Promise.all(["One", "Two", "Three"].map(save));
  const pages = await Promise.all(slugs.map((slug) => readBuild(ANONYMOUS, slug)));
  const batches = Array.from({ length: 8 }, (_, server) =>
    (server % 2 === 0 ? pages : pages.toReversed()).map(({ id }) => ({
      day: "2026-11-23",
      buildId: id,
      viewer: Buffer.from([server]),
    })),
  );
  await Promise.all(batches.map(writeViews));
  expect(await Promise.all(slugs.map(viewsOf))).toEqual([8, 8, 8]);
});

it("the most viewed come first where a reader asks for it", async () => {
  const slug = await save("Famous");
  await db().execute(sql`update builds set view_count = 1000 where slug = ${slug}`);
  expect((await searchLibrary({ sort: "views" })).builds[0]).toMatchObject({
    name: "Famous",
    viewCount: 1000,
  });
});
