import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import { NO_DETAILS } from "../details/schema.ts";
import { readHistory } from "../revisions/service.ts";
import { readBuild } from "../service.ts";
import { chooseLine } from "./lines.ts";
import { changeMode, emptyLoadout } from "./new-loadout.ts";
import { saveChangeSchema, saveNewSchema } from "./save-schema.ts";
import { readForCopying, readForEditing, saveChange, saveNew } from "./service.ts";
import { idOf, optionsOf } from "./testing/options.ts";

setUpTestDatabase();

const thief = optionsOf("Thief");
const line = (name: string) => idOf(thief.catalog.specializationsOf("Thief"), name);
const EMPTY = emptyLoadout("Thief");
const WITH_TRICKERY = chooseLine(EMPTY, thief, 0, line("Trickery")).loadout;
const WITH_DAREDEVIL = chooseLine(WITH_TRICKERY, thief, 2, line("Daredevil")).loadout;
const WITH_ACROBATICS = chooseLine(WITH_TRICKERY, thief, 1, line("Acrobatics")).loadout;

let owner: Actor;
let other: Actor;

beforeAll(async () => {
  owner = await newUser();
  other = await newUser();
});

function saved(visibility: "private" | "public" = "private", actor = owner) {
  return saveNew(actor, { name: "Daggers", visibility, loadout: WITH_TRICKERY, details: NO_DETAILS });
}

function change(slug: string, loadout = WITH_DAREDEVIL, base = { revision: 1, details: NO_DETAILS }) {
  const details = { ...NO_DETAILS, tags: ["open-world"] };
  return { slug, name: "Staff", visibility: "public", loadout, details, note: "Dodges", base } as const;
}

describe("saving from the editor", () => {
  it("keeps loadout, details, name and who may see it", async () => {
    const { slug } = await saved("public");
    expect(await readForEditing(owner, slug)).toMatchObject({
      slug,
      name: "Daggers",
      visibility: "public",
      revision: 1,
      loadout: WITH_TRICKERY,
      details: NO_DETAILS,
    });
    expect(await readBuild(ANONYMOUS, slug)).toMatchObject({ name: "Daggers", isOwner: false });
  });

  it("is for players with an account", async () => {
    await expect(saved("private", ANONYMOUS)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("of a change makes a revision with its note, and renames", async () => {
    const first = await saved();
    const outcome = await saveChange(owner, change(first.slug));
    expect(outcome).toMatchObject({ kind: "saved", revision: 2, slug: expect.stringMatching(/^staff-/) });
    const { revisions } = await readHistory(owner, first.slug, null);
    expect(revisions[0]).toMatchObject({ number: 2, note: "Dodges" });
    expect(await readForEditing(owner, first.slug)).toMatchObject({
      loadout: WITH_DAREDEVIL,
      visibility: "public",
      details: { tags: ["open-world"] },
    });
  });

  it("changes the mode that lists filter by", async () => {
    const { slug } = await saved("public");
    await saveChange(owner, change(slug, changeMode(WITH_TRICKERY, "wvw").loadout));
    expect((await readBuild(owner, slug)).view.mode).toBe("wvw");
  });

  it("names the build that a copy began as, and counts it", async () => {
    const { slug } = await saved("public");
    const input = {
      name: "Mine",
      visibility: "public",
      loadout: WITH_DAREDEVIL,
      details: NO_DETAILS,
    } as const;
    const copy = await saveNew(other, { ...input, from: slug });
    expect((await readBuild(other, copy.slug)).forkedFrom).toMatchObject({ slug });
    expect((await readBuild(owner, slug)).forkCount).toBe(1);
  });
});

describe("a change of what somebody else changed meanwhile", () => {
  it("is not saved, and tells what both have otherwise", async () => {
    const { slug } = await saved();
    await saveChange(owner, { ...change(slug, WITH_ACROBATICS), name: "Daggers", details: NO_DETAILS });
    const outcome = await saveChange(owner, change(slug));
    if (outcome.kind !== "conflict") throw new Error("It was saved.");
    const { newest } = outcome;
    expect(newest).toMatchObject({ revision: 2, loadout: WITH_ACROBATICS });
    expect(newest.theirs.some(({ after }) => after?.includes("Acrobatics"))).toBe(true);
    expect(newest.mine.some(({ after }) => after?.includes("Daredevil"))).toBe(true);
    expect((await readForEditing(owner, slug)).loadout).toEqual(WITH_ACROBATICS);
    const onTop = { revision: newest.revision, details: newest.details };
    expect(await saveChange(owner, change(slug, WITH_DAREDEVIL, onTop))).toMatchObject({
      kind: "saved",
      revision: 3,
    });
  });

  it("is a conflict too where only what is said of the build was changed", async () => {
    const { slug } = await saved();
    await saveChange(owner, { ...change(slug, WITH_TRICKERY), details: { ...NO_DETAILS, notes: "Theirs" } });
    const mine = { ...change(slug, WITH_TRICKERY), details: { ...NO_DETAILS, notes: "Mine" } };
    expect(await saveChange(owner, mine)).toMatchObject({
      kind: "conflict",
      newest: { theirs: [{ what: "Notes", before: null, after: "Theirs" }] },
    });
    expect((await readForEditing(owner, slug)).details.notes).toBe("Theirs");
  });

  it("of several at once, one is saved and the others learn of it", async () => {
    const { slug } = await saved();
    const all = await Promise.all([1, 2, 3, 4].map(() => saveChange(owner, change(slug))));
    expect(all.filter(({ kind }) => kind === "saved")).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === "conflict")).toHaveLength(3);
  });
});

describe("builds of others", () => {
  it("are not there for editing, and only readable ones for copying", async () => {
    const [open, hidden] = [await saved("public"), await saved("private")];
    for (const actor of [other, ANONYMOUS]) {
      await expect(readForEditing(actor, open.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(saveChange(actor, change(open.slug))).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(readForCopying(actor, hidden.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await readForCopying(actor, open.slug)).toMatchObject({ name: "Daggers" });
    }
  });
});

describe("what a form sends", () => {
  const form = {
    name: "Daggers",
    visibility: "private",
    loadout: JSON.stringify(WITH_TRICKERY),
    details: JSON.stringify(NO_DETAILS),
  };

  it("is the loadout and the details as JSON", () => {
    expect(saveNewSchema.parse(form)).toMatchObject({ loadout: WITH_TRICKERY, details: NO_DETAILS });
  });

  it.each([
    ["no JSON", { loadout: "{" }, "loadout", "The loadout is not JSON."],
    ["another object", { loadout: "{}" }, "loadout", /version/],
    ["no name", { name: " " }, "name", "Give the build a name."],
    ["no state that was edited", { slug: "daggers-aaaaaaaa", note: "", base: "{}" }, "base", /./],
  ])("is refused with %s, naming the field", (_, wrong, field, message) => {
    const schema = "base" in wrong ? saveChangeSchema : saveNewSchema;
    const { error } = schema.safeParse({ ...form, ...wrong });
    const issue = error?.issues.find(({ path }) => path[0] === field);
    expect(issue?.message).toMatch(message);
  });
});
