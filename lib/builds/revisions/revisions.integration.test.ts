import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import { findOwn, storeLoadout } from "../own-build.ts";
import { loadoutSchema } from "../schema.ts";
import { changeEquipment, forkBuild, readLoadout, saveBuild } from "../service.ts";
import { readHistory, restoreRevision } from "./service.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

let owner: Actor;
let other: Actor;

beforeAll(async () => {
  owner = await newUser("Aurene");
  other = await newUser("Glint");
});

async function saved(): Promise<string> {
  const input = { link: FIREBRAND, name: "Mantras", visibility: "public", mode: "wvw" } as const;
  return (await saveBuild(owner, input)).slug;
}

function wear(slug: string, tier: number, note: string | null = null): Promise<void> {
  return changeEquipment(
    owner,
    slug,
    (loadout) => loadoutSchema.parse({ ...loadout, equipment: { ...loadout.equipment, jadeBotCore: tier } }),
    note,
  );
}

describe("revisions of a build", () => {
  it("begin with the first save and grow with every change of the loadout, with author and note", async () => {
    const slug = await saved();
    await wear(slug, 3, "Better core");
    const { current, revisions } = await readHistory(owner, slug, null);
    expect(current).toBe(2);
    expect(revisions).toMatchObject([
      { number: 2, note: "Better core", authorName: "Aurene" },
      { number: 1, note: null, authorName: "Aurene" },
    ]);
  });

  it("do not grow by a save that changes nothing", async () => {
    const slug = await saved();
    await wear(slug, 3);
    await wear(slug, 3);
    expect((await readHistory(owner, slug, null)).current).toBe(2);
  });

  it("can be compared two by two, in both directions", async () => {
    const slug = await saved();
    await wear(slug, 3);
    await wear(slug, 7);
    const { comparison } = await readHistory(owner, slug, { from: 1, to: 3 });
    expect(comparison?.differences).toEqual([{ what: "Jade bot core", before: null, after: "Tier 7" }]);
    const back = await readHistory(owner, slug, { from: 3, to: 2 });
    expect(back.comparison?.differences).toEqual([
      { what: "Jade bot core", before: "Tier 7", after: "Tier 3" },
    ]);
  });

  it("can be restored, which is a revision of its own", async () => {
    const slug = await saved();
    const { loadout } = await readLoadout(owner, slug);
    await wear(slug, 3);
    expect(await restoreRevision(owner, { slug, number: 1 })).toBe(3);
    expect((await readLoadout(owner, slug)).loadout).toEqual(loadout);
    const { revisions } = await readHistory(owner, slug, null);
    expect(revisions[0]).toMatchObject({ number: 3, note: "Revision 1 restored" });
  });

  it("are there for the owner alone, even of a public build", async () => {
    const slug = await saved();
    for (const actor of [other, ANONYMOUS]) {
      await expect(readHistory(actor, slug, null)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(restoreRevision(actor, { slug, number: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("that do not exist are not found", async () => {
    const slug = await saved();
    await expect(restoreRevision(owner, { slug, number: 9 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const compared = readHistory(owner, slug, { from: 1, to: 9 });
    await expect(compared).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("of a copy begin anew and name the original", async () => {
    const { slug } = await forkBuild(other, await saved());
    const { revisions } = await readHistory(other, slug, null);
    expect(revisions).toMatchObject([
      { number: 1, note: "Copy of “Mantras” by Aurene", authorName: "Glint" },
    ]);
  });
});

describe("two editors of one build", () => {
  it("do not overwrite each other: the later one is told, and nothing is lost", async () => {
    const slug = await saved();
    const { row, ownerId } = await findOwn(owner, slug);
    const { loadout } = await readLoadout(owner, slug);
    const changed = (jadeBotCore: number) => ({
      loadout: { ...loadout, equipment: { ...loadout.equipment, jadeBotCore } },
      chatLink: row.chatLink,
      note: null,
      basedOn: 1,
    });
    const saves = await Promise.allSettled(
      [1, 2, 3].map((tier) => storeLoadout(row, ownerId, changed(tier))),
    );
    const refused = saves.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "CONFLICT" } }, { reason: { code: "CONFLICT" } }]);
    expect((await readHistory(owner, slug, null)).revisions).toHaveLength(2);
  });
});
