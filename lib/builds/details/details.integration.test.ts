import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { db } from "#lib/platform/db/client.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import { refreshSearchDocuments } from "../library/refresh.ts";
import { type LibraryFilter, libraryFilterSchema } from "../library/schema.ts";
import { searchLibrary } from "../library/service.ts";
import { findOwn, storeLoadout } from "../own-build.ts";
import { readHistory, restoreRevision } from "../revisions/service.ts";
import { changeEquipment, forkBuild, readLoadout, saveBuild } from "../service.ts";
import { type BuildDetails, buildDetailsSchema, NO_DETAILS } from "./schema.ts";
import { changeDetails, readDetails } from "./service.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

const DETAILS = buildDetailsSchema.parse({
  notes: "Stand in the **symbol**, says the Commander of Zintl.",
  rotation: "1. [[Mantra of Potence]]",
  video: "https://youtu.be/dQw4w9WgXcQ",
  tags: ["Low Intensity", "pug"],
  role: "quickness-heal",
  difficulty: "medium",
  activities: ["fractal", "raid"],
});

let owner: Actor;
let other: Actor;

beforeAll(async () => {
  [owner, other] = await Promise.all([newUser("Aurene"), newUser("Glint")]);
});

function save(name: string, details: BuildDetails = NO_DETAILS, actor = owner) {
  return saveBuild(actor, { link: FIREBRAND, name, visibility: "public", mode: "pve" }, details);
}

async function found(filter: Partial<Record<keyof LibraryFilter, string>>): Promise<string[]> {
  return (await searchLibrary(libraryFilterSchema.parse(filter))).builds.map(({ name }) => name);
}

describe("details of a build", () => {
  it("come back as they were saved", async () => {
    const { slug } = await save("With details", DETAILS);
    expect(await readDetails(other, slug)).toEqual(DETAILS);
  });

  it("change without a new revision, and stay when an earlier revision is restored", async () => {
    const { slug } = await save("Changing");
    await changeEquipment(owner, slug, (loadout) => ({
      ...loadout,
      equipment: { ...loadout.equipment, jadeBotCore: 3 },
    }));
    await changeDetails(owner, slug, DETAILS);
    expect((await readHistory(owner, slug, null)).revisions).toHaveLength(2);
    await restoreRevision(owner, { slug, number: 1 });
    expect(await readDetails(owner, slug)).toEqual(DETAILS);
  });

  it("belong to the owner alone", async () => {
    const { slug } = await save("Hands off", DETAILS);
    await expect(changeDetails(other, slug, NO_DETAILS)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are not overwritten by an author who began with earlier ones", async () => {
    const { slug } = await save("Two tabs");
    await changeDetails(owner, slug, DETAILS, NO_DETAILS);
    const late = { ...NO_DETAILS, notes: "From the other tab" };
    await expect(changeDetails(owner, slug, late, NO_DETAILS)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(changeDetails(owner, slug, DETAILS, NO_DETAILS)).resolves.toBeUndefined();
    expect(await readDetails(owner, slug)).toEqual(DETAILS);
  });

  it("are saved together with a loadout, or alone where the loadout is the same", async () => {
    const { slug } = await save("Together");
    const { loadout } = await readLoadout(owner, slug);
    const store = async (jadeBotCore: number, details: BuildDetails) => {
      const { row, ownerId } = await findOwn(owner, slug);
      const changed = { ...loadout, equipment: { ...loadout.equipment, jadeBotCore } };
      return storeLoadout(row, ownerId, {
        loadout: changed,
        chatLink: row.chatLink,
        note: null,
        basedOn: row.revision,
        details,
      });
    };
    expect(await store(4, DETAILS)).toBe(2);
    expect(await readDetails(owner, slug)).toEqual(DETAILS);
    expect(await store(4, { ...DETAILS, role: "tank" })).toBe(2);
    expect((await readDetails(owner, slug)).role).toBe("tank");
  });

  it("go along with a copy", async () => {
    const { slug } = await save("To copy", DETAILS);
    const copy = await forkBuild(other, slug);
    expect(await readDetails(other, copy.slug)).toEqual(DETAILS);
  });

  it("that this version cannot read count as not stated, and the rest stays", async () => {
    const { slug } = await save("From the future", DETAILS);
    await db().execute(
      sql`update builds set role = 'chronomancer-god', video = 'javascript:alert(1)' where slug = ${slug}`,
    );
    expect(await readDetails(owner, slug)).toEqual({ ...DETAILS, role: null, video: null });
  });
});

describe("the library", () => {
  it("filters by role, activity, difficulty and tag, however the tag is written", async () => {
    const { slug } = await save("Filtered", DETAILS);
    const filters = [
      { role: "quickness-heal" },
      { activity: "fractal" },
      { difficulty: "medium" },
      { tag: "#Low intensity" },
    ];
    for (const filter of filters) expect(await found(filter), JSON.stringify(filter)).toContain("Filtered");
    expect(await found({ role: "tank", tag: "pug" })).not.toContain("Filtered");
    await changeDetails(owner, slug, { ...DETAILS, role: "heal", tags: [] });
    expect(await found({ role: "heal" })).toEqual(["Filtered"]);
    expect(await found({ tag: "pug", activity: "raid" })).not.toContain("Filtered");
  });

  it("finds words of notes, of roles and of tags, mistyped tags and roles too", async () => {
    await save("Wordy", { ...DETAILS, notes: "Brought to you by Ogden Stonehealer", tags: ["kittenmode"] });
    for (const q of [
      "stonehealer ogden",
      "quickness kittenmode",
      "kitenmode",
      "kittenmode qickness fratcal",
    ]) {
      expect(await found({ q }), q).toEqual(["Wordy"]);
    }
  });

  it("keeps them when all documents are made anew", async () => {
    await save("Kept", { ...DETAILS, tags: ["keepsake"], notes: "Evennia" });
    await db().execute(
      sql`update builds set search_stamp = null, facets = '{}', tag_words = '', note_words = ''`,
    );
    await refreshSearchDocuments(db());
    expect(await found({ tag: "keepsake" })).toEqual(["Kept"]);
    expect(await found({ q: "evennia" })).toEqual(["Kept"]);
  });
});
