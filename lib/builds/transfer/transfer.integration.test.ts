import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS, type UserActor } from "#lib/accounts/actor.ts";
import { signUp } from "#lib/accounts/service.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { db } from "#lib/platform/db/client.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import { searchOwnBuilds } from "../library/service.ts";
import { rateBuild } from "../opinions/service.ts";
import { readHistory } from "../revisions/service.ts";
import { changeEquipment, deleteBuild, readBuild, saveBuild } from "../service.ts";
import { answerOffer, listOffers, offerBuild, readOfferable, withdrawOffer } from "./service.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const EMAIL = "receiver@example.com";
const LATER = new Date(Date.now() + 15 * 86_400_000);

let owner: Actor;
let receiver: UserActor;
let slug: string;

beforeAll(async () => {
  owner = await newUser("Giver");
  receiver = await signUp({ displayName: "Receiver", email: EMAIL, password: "four unrelated words" });
});

beforeEach(async () => {
  await db().execute(sql`delete from builds`);
  slug = (await saveBuild(owner, { link: FIREBRAND, name: "A gift", visibility: "private", mode: "wvw" }))
    .slug;
});

async function offerOf(actor: Actor): Promise<string> {
  return (await listOffers(actor)).incoming[0]?.offerId ?? "";
}

describe("an offer", () => {
  it.each([EMAIL, "RECEIVER@example.com ", "receiver"])("reaches the account that goes by %s", async (to) => {
    await offerBuild(owner, { slug, to });
    const { incoming } = await listOffers(receiver);
    expect(incoming).toMatchObject([{ fromName: "Giver", build: { name: "A gift", visibility: "private" } }]);
    expect((await listOffers(owner)).outgoing).toMatchObject([{ slug, state: "open" }]);
  });

  it("looks the same to its owner whether there is such an account or not", async () => {
    await offerBuild(owner, { slug, to: "nobody@example.com" });
    const toNobody = (await listOffers(owner)).outgoing;
    await offerBuild(owner, { slug, to: EMAIL });
    const toReceiver = (await listOffers(owner)).outgoing;
    const shape = ({ state, slug, name }: (typeof toNobody)[number]) => ({ state, slug, name });
    expect(toReceiver.map(shape)).toEqual(toNobody.map(shape));
    expect(toNobody).toMatchObject([{ addressee: "n…@example.com" }]);
    const stored = await db().execute(sql`select * from build_transfers`);
    expect(JSON.stringify(stored)).not.toContain(EMAIL);
  });

  it("by a name that two players have reaches neither of them", async () => {
    const twins = [await newUser("Twin"), await newUser("twin")];
    await offerBuild(owner, { slug, to: "Twin" });
    for (const twin of twins) expect((await listOffers(twin)).incoming).toEqual([]);
    expect((await listOffers(owner)).outgoing).toMatchObject([{ state: "open" }]);
  });

  it("is refused of builds that are not one's own, that are hidden, and to oneself", async () => {
    const input = { slug, to: EMAIL };
    for (const actor of [receiver, ANONYMOUS]) {
      await expect(offerBuild(actor, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(offerBuild(owner, { slug, to: "giver" })).rejects.toMatchObject({ field: "to" });
    await db().execute(
      sql`update builds set hidden_at = now(), hidden_note = 'Insult.' where slug = ${slug}`,
    );
    await expect(readOfferable(owner, slug)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(offerBuild(owner, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listOffers(ANONYMOUS)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("takes the place of an earlier one, and can be withdrawn", async () => {
    await offerBuild(owner, { slug, to: EMAIL });
    const other = await newUser("Another");
    await offerBuild(owner, { slug, to: "Another" });
    expect((await listOffers(receiver)).incoming).toEqual([]);
    const offerId = await offerOf(other);
    await expect(withdrawOffer(other, { offerId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await withdrawOffer(owner, { offerId });
    expect((await listOffers(other)).incoming).toEqual([]);
    const late = answerOffer(other, { offerId, answer: "accept" });
    await expect(late).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("accepting", () => {
  it("makes the receiver the owner, and revisions keep their authors", async () => {
    await changeEquipment(owner, slug, (loadout) => ({ ...loadout, mode: "pve" }), "Before");
    await offerBuild(owner, { slug, to: EMAIL });
    const accepted = await answerOffer(receiver, { offerId: await offerOf(receiver), answer: "accept" });
    expect(accepted).toEqual({ slug });
    expect(await readBuild(receiver, slug)).toMatchObject({ isOwner: true, ownerName: "Receiver" });
    await expect(readBuild(owner, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await changeEquipment(receiver, slug, (loadout) => ({ ...loadout, mode: "wvw" }), "After");
    const { revisions } = await readHistory(receiver, slug, null);
    expect(revisions.map(({ authorName, note }) => [authorName, note])).toEqual([
      ["Receiver", "After"],
      ["Giver", "Before"],
      ["Giver", null],
    ]);
    expect((await searchOwnBuilds(owner, {})).builds).toEqual([]);
    expect(await listOffers(owner)).toEqual({ incoming: [], outgoing: [] });
  });

  it("takes back the receiver's own vote", async () => {
    await db().execute(sql`update builds set visibility = 'public' where slug = ${slug}`);
    await rateBuild(receiver, { slug, stars: 5 });
    await rateBuild(await newUser(), { slug, stars: 4 });
    await offerBuild(owner, { slug, to: EMAIL });
    await answerOffer(receiver, { offerId: await offerOf(receiver), answer: "accept" });
    expect((await readBuild(receiver, slug)).rating).toEqual({ score: 19 / 6, count: 1 });
  });

  it("is possible for the one it was offered to alone, and once", async () => {
    await offerBuild(owner, { slug, to: EMAIL });
    const offerId = await offerOf(receiver);
    const stranger = await newUser();
    for (const answer of ["accept", "decline"] as const) {
      await expect(answerOffer(stranger, { offerId, answer })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const both = await Promise.allSettled(
      [1, 2].map(() => answerOffer(receiver, { offerId, answer: "accept" })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is over after fourteen days, after which the owner may offer it again", async () => {
    await offerBuild(owner, { slug, to: EMAIL });
    const offerId = await offerOf(receiver);
    expect((await listOffers(receiver, LATER)).incoming).toEqual([]);
    const late = answerOffer(receiver, { offerId, answer: "accept" }, LATER);
    await expect(late).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listOffers(owner, LATER)).outgoing).toMatchObject([{ state: "expired" }]);
    await offerBuild(owner, { slug, to: EMAIL }, LATER);
    expect((await listOffers(receiver, LATER)).incoming).toHaveLength(1);
  });

  it("is refused for a build that was deleted or hidden meanwhile, and when the library is full", async () => {
    await offerBuild(owner, { slug, to: EMAIL });
    const offerId = await offerOf(receiver);
    const accept = () => answerOffer(receiver, { offerId, answer: "accept" });
    await db().execute(sql`update builds set hidden_at = now() where slug = ${slug}`);
    await expect(accept()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().execute(sql`update builds set hidden_at = null where slug = ${slug}`);
    await db().execute(sql`
      insert into builds (owner_id, slug, name, profession, mode, visibility, loadout, chat_link)
      select ${receiver.userId}, 'full-' || n, 'Full', 'Guardian', 'pve', 'private', '{}', ''
      from generate_series(1, 1000) n`);
    await expect(accept()).rejects.toMatchObject({ code: "TOO_LARGE" });
    await db().execute(sql`delete from builds where name = 'Full'`);
    await deleteBuild(owner, slug);
    await expect(accept()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("declining leaves the build where it was and tells the owner", async () => {
  await offerBuild(owner, { slug, to: EMAIL });
  expect(await answerOffer(receiver, { offerId: await offerOf(receiver), answer: "decline" })).toBeNull();
  expect((await listOffers(receiver)).incoming).toEqual([]);
  expect((await listOffers(owner)).outgoing).toMatchObject([{ state: "declined" }]);
  expect((await readBuild(owner, slug)).isOwner).toBe(true);
});
