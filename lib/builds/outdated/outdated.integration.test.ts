import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { db } from "#lib/platform/db/client.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import { listWithOtherStamp, writeSearchDocument } from "../library/library-repository.ts";
import { refreshSearchDocuments } from "../library/refresh.ts";
import { searchLibrary } from "../library/service.ts";
import { changeEquipment, forkBuild, readBuild, saveBuild } from "../service.ts";
import { confirmUpToDate } from "./service.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
/** Skill of the build's heal slot, and its fingerprint. */
const HEAL = sql`reference_digests #> array['of', 'skill:' || (loadout #>> '{skills,terrestrial,heal}')]`;

let owner: Actor;
let other: Actor;

beforeAll(async () => {
  [owner, other] = await Promise.all([newUser(), newUser()]);
});

async function save(name: string): Promise<string> {
  return (await saveBuild(owner, { link: FIREBRAND, name, visibility: "public", mode: "wvw" })).slug;
}

/** As if the build had been saved when its heal skill was another one, and the app got newer data since. */
async function agedBuild(name: string): Promise<string> {
  const slug = await save(name);
  await db().execute(sql`
    update builds set search_stamp = 'older data', reference_digests = jsonb_set(reference_digests,
      array['of', 'skill:' || (loadout #>> '{skills,terrestrial,heal}')], '"0000000000"')
    where slug = ${slug} and ${HEAL} is not null`);
  await refreshSearchDocuments(db());
  return slug;
}

async function changedOf(slug: string): Promise<readonly string[]> {
  return (await readBuild(ANONYMOUS, slug)).changed;
}

describe("a build whose heal skill was changed by the game", () => {
  it("names it, and is outdated in the library", async () => {
    const slug = await agedBuild("Aged");
    expect(await changedOf(slug)).toEqual([expect.stringMatching(/ \(skill\)$/)]);
    const { builds } = await searchLibrary({ q: "aged", state: "outdated" });
    expect(builds).toMatchObject([{ name: "Aged", isOutdated: true }]);
  });

  it("stays so in a copy, and through another change of the game", async () => {
    const slug = await agedBuild("Copied");
    const copy = await forkBuild(other, slug);
    expect((await readBuild(other, copy.slug)).changed).toEqual(await changedOf(slug));
    await db().execute(sql`update builds set search_stamp = 'newer data'`);
    await refreshSearchDocuments(db());
    expect(await changedOf(slug)).toHaveLength(1);
  });

  it("is up to date again once its owner says so, and nobody else can", async () => {
    const slug = await agedBuild("Checked");
    await expect(confirmUpToDate(other, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(confirmUpToDate(ANONYMOUS, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await changedOf(slug)).toHaveLength(1);
    await confirmUpToDate(owner, slug);
    expect(await changedOf(slug)).toEqual([]);
    expect((await searchLibrary({ q: "checked", state: "outdated" })).builds).toEqual([]);
  });

  it("is up to date again once another loadout is saved", async () => {
    const slug = await agedBuild("Edited");
    await changeEquipment(owner, slug, (loadout) => ({ ...loadout, mode: "pve" }));
    expect(await changedOf(slug)).toEqual([]);
  });
});

describe("going through all builds after an update", () => {
  it("stops at the number asked for and goes on the next time", async () => {
    await db().execute(sql`update builds set search_stamp = 'older data'`);
    const [row] = await db().execute<{ total: number }>(sql`select count(*)::int as total from builds`);
    expect(await refreshSearchDocuments(db(), 2)).toBe(2);
    expect(await refreshSearchDocuments(db())).toBe((row?.total ?? 0) - 2);
    expect(await refreshSearchDocuments(db())).toBe(0);
  });

  it("leaves alone what a player saves meanwhile", async () => {
    const slug = await save("Meanwhile");
    await db().execute(sql`update builds set search_stamp = 'older data' where slug = ${slug}`);
    const rows = await listWithOtherStamp(db(), "now", 1000);
    await changeEquipment(owner, slug, (loadout) => ({ ...loadout, mode: "pve" }));
    for (const row of rows) await writeSearchDocument(db(), row, { searchWords: "overwritten" });
    expect((await searchLibrary({ q: "meanwhile firebrand" })).builds).toHaveLength(1);
  });

  it("takes the game of today as the day of saving for builds from before such things were kept", async () => {
    const slug = await save("From before");
    await db().execute(sql`
      update builds set search_stamp = 'older data', reference_digests = null where slug = ${slug}`);
    await refreshSearchDocuments(db());
    const [row] = await db().execute(sql`select ${HEAL} as digest from builds where slug = ${slug}`);
    expect(row).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{10}$/) });
    expect(await changedOf(slug)).toEqual([]);
  });
});
