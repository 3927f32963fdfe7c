import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { appointModerators, readSession, signUp, startSession } from "#lib/accounts/service.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { searchFavourites, searchLibrary, searchOwnBuilds } from "#lib/builds/library/service.ts";
import { setFavourite } from "#lib/builds/opinions/service.ts";
import { changeBuild, forkBuild, listEverybodysBuilds, readBuild, saveBuild } from "#lib/builds/service.ts";
import { db } from "#lib/platform/db/client.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import type { Visibility } from "#lib/shared/game.ts";
import { decideSchema, reportBuildSchema } from "./schema.ts";
import { decide, readDesk, readReportable, reportBuild } from "./service.ts";
import type { QueuedBuild } from "./view.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const EMAIL = "moderator@example.com";

let owner: Actor;
let reader: Actor;
let moderator: Actor;

beforeAll(async () => {
  [owner, reader] = await Promise.all([newUser("Owner"), newUser("Reader")]);
  const account = await signUp({ displayName: "Marshal", email: EMAIL, password: "four unrelated words" });
  const session = await startSession(account.userId);
  expect(await appointModerators(db(), [EMAIL, "nobody@example.com"])).toEqual(["nobody@example.com"]);
  moderator = (await readSession(session)) ?? ANONYMOUS;
});

async function save(name: string, visibility: Visibility = "public"): Promise<string> {
  return (await saveBuild(owner, { link: FIREBRAND, name, visibility, mode: "wvw" })).slug;
}

function report(slug: string, actor = reader, details = "Look at its name.") {
  return reportBuild(actor, reportBuildSchema.parse({ slug, reason: "abuse", details }));
}

async function queued(name: string): Promise<QueuedBuild | undefined> {
  return (await readDesk(moderator)).queue.find((build) => build.name === name);
}

async function hiddenBuild(name: string): Promise<string> {
  const slug = await save(name);
  await report(slug);
  const { buildId = "" } = (await queued(name)) ?? {};
  await decide(moderator, { buildId, verdict: "hide", note: "An insult in the name." });
  return slug;
}

describe("a report", () => {
  it("comes to the moderators with reason, words, reporter and owner, the first first", async () => {
    const slug = await save("Reported");
    await report(slug, reader, "first");
    await report(slug, await newUser("Second"), "second");
    expect(await queued("Reported")).toMatchObject({
      slug,
      ownerName: "Owner",
      outOfReach: null,
      hiddenAt: null,
      reports: [
        { reason: "abuse", details: "first", reporterName: "Reader", isByOwner: false },
        { details: "second", reporterName: "Second" },
      ],
    });
  });

  it("counts once a person, the last words", async () => {
    const slug = await save("Twice");
    await report(slug, reader, "first");
    await report(slug, reader, "again");
    expect((await queued("Twice"))?.reports).toMatchObject([{ details: "again" }]);
  });

  it("is refused for visitors, for one's own build, and for builds that one may not know of", async () => {
    const slug = await save("Not reported");
    const hidden = await save("Private", "private");
    await expect(report(slug, ANONYMOUS)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(report(slug, owner)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(report(hidden)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(report("no-such-build")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(reportBuildSchema.safeParse({ slug, reason: "dislike" }).success).toBe(false);
    expect(await queued("Not reported")).toBeUndefined();
  });

  it("stays where its owner makes the build private, and says so", async () => {
    const slug = await save("Retreats");
    await report(slug);
    await changeBuild(owner, { slug, name: "Retreats", visibility: "private" });
    expect(await queued("Retreats")).toMatchObject({ outOfReach: "made private by its owner" });
  });
});

describe("the desk", () => {
  it("is there for moderators only", async () => {
    const slug = await save("Guarded");
    await report(slug);
    const { buildId = "" } = (await queued("Guarded")) ?? {};
    for (const actor of [ANONYMOUS, owner, reader]) {
      await expect(readDesk(actor)).rejects.toMatchObject({ code: "NOT_FOUND" });
      const decided = decide(actor, { buildId, verdict: "hide", note: "no" });
      await expect(decided).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await readBuild(ANONYMOUS, slug)).hidden).toBeNull();
  });

  it("is closed for a moderator who is no longer on the list, with the sign-in they have", async () => {
    const account = await signUp({
      displayName: "Former",
      email: "former@example.com",
      password: "four unrelated words",
    });
    const session = await startSession(account.userId);
    await appointModerators(db(), [EMAIL, "former@example.com"]);
    expect(await readSession(session)).toMatchObject({ role: "moderator" });
    await appointModerators(db(), [EMAIL]);
    expect(await readSession(session)).toEqual(account);
  });
});

describe("a build that a moderator hides", () => {
  it("is gone for everybody but its owner, who reads why, and moderators", async () => {
    const slug = await hiddenBuild("Hidden away");
    for (const actor of [ANONYMOUS, reader]) {
      await expect(readBuild(actor, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(forkBuild(actor, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const hidden = { at: expect.any(Date), note: "An insult in the name." };
    expect(await readBuild(owner, slug)).toMatchObject({ hidden, isOwner: true });
    expect(await readBuild(moderator, slug)).toMatchObject({ hidden, isOwner: false });
  });

  it("leaves every list but the owner's own", async () => {
    const slug = await save("Unlisted insult");
    await setFavourite(reader, { slug, favourite: true });
    await report(slug);
    const { buildId = "" } = (await queued("Unlisted insult")) ?? {};
    await decide(moderator, { buildId, verdict: "hide", note: "Insult." });
    expect((await searchLibrary({ q: "unlisted insult" })).builds).toEqual([]);
    expect((await searchFavourites(reader, {})).builds).toEqual([]);
    expect((await listEverybodysBuilds()).builds.map(({ name }) => name)).not.toContain("Unlisted insult");
    const own = await searchOwnBuilds(owner, { q: "unlisted insult" });
    expect(own.builds).toMatchObject([{ name: "Unlisted insult", isHidden: true }]);
  });

  it("takes its copies' way back to it", async () => {
    const slug = await save("Original");
    const copy = await forkBuild(reader, slug);
    expect((await readBuild(reader, copy.slug)).forkedFrom?.slug).toBe(slug);
    await report(slug);
    const { buildId = "" } = (await queued("Original")) ?? {};
    await decide(moderator, { buildId, verdict: "hide", note: "Spam." });
    expect((await readBuild(reader, copy.slug)).forkedFrom?.slug).toBeNull();
  });

  it("cannot be shown again by renaming it or changing who may see it", async () => {
    const slug = await hiddenBuild("Stubborn");
    const renamed = await changeBuild(owner, { slug, name: "Stubborn still", visibility: "unlisted" });
    await expect(readBuild(reader, renamed.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("comes back where its owner asks and a moderator decides so", async () => {
    const slug = await hiddenBuild("Mended");
    expect(await readReportable(owner, slug)).toMatchObject({ isOwner: true, isHidden: true });
    await report(slug, owner, "I have changed the name.");
    const asked = await queued("Mended");
    expect(asked).toMatchObject({ hiddenAt: expect.any(Date), reports: [{ isByOwner: true }] });
    await decide(moderator, { buildId: asked?.buildId ?? "", verdict: "show", note: "Mended." });
    expect((await readBuild(reader, slug)).hidden).toBeNull();
    expect(await queued("Mended")).toBeUndefined();
  });
});

describe("decisions", () => {
  it("answer every report that waits, and are kept with moderator and reasons", async () => {
    const slug = await save("Harmless");
    await report(slug);
    await report(slug, await newUser());
    const { buildId = "" } = (await queued("Harmless")) ?? {};
    await decide(moderator, { buildId, verdict: "dismiss", note: "" });
    const { queue, decisions } = await readDesk(moderator);
    expect(queue.map(({ name }) => name)).not.toContain("Harmless");
    expect(decisions[0]).toMatchObject({
      verdict: "dismiss",
      buildName: "Harmless",
      buildSlug: slug,
      moderatorName: "Marshal",
    });
    expect((await readBuild(reader, slug)).hidden).toBeNull();
    await report(slug);
    expect((await queued("Harmless"))?.reports).toHaveLength(1);
  });

  it("that change what others see need reasons", () => {
    const decision = { buildId: crypto.randomUUID(), verdict: "hide", note: " " };
    expect(decideSchema.safeParse(decision).success).toBe(false);
    expect(decideSchema.safeParse({ ...decision, verdict: "dismiss" }).success).toBe(true);
  });

  it("on a build that is gone are refused", async () => {
    const decided = decide(moderator, { buildId: crypto.randomUUID(), verdict: "hide", note: "Spam." });
    await expect(decided).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
