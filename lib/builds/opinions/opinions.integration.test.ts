import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import type { Visibility } from "#lib/shared/game.ts";
import { searchFavourites, searchLibrary } from "../library/service.ts";
import { changeBuild, readBuild, saveBuild } from "../service.ts";
import { rateBuild, readOwnOpinion, setFavourite } from "./service.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

let owner: Actor;
let readers: Actor[];

beforeAll(async () => {
  owner = await newUser();
  readers = await Promise.all(Array.from({ length: 6 }, () => newUser()));
});

async function save(name: string, visibility: Visibility = "public"): Promise<string> {
  return (await saveBuild(owner, { link: FIREBRAND, name, visibility, mode: "wvw" })).slug;
}

function reader(index: number): Actor {
  return readers[index] ?? ANONYMOUS;
}

describe("ratings", () => {
  it("count one vote a person, the last one, also when all vote at once", async () => {
    const slug = await save("Rated");
    await Promise.all(readers.map((actor) => rateBuild(actor, { slug, stars: 1 })));
    await Promise.all(readers.map((actor) => rateBuild(actor, { slug, stars: 5 })));
    // As if five more had given three stars: (6 * 5 + 5 * 3) / (6 + 5).
    expect((await readBuild(ANONYMOUS, slug)).rating).toEqual({ score: 45 / 11, count: 6 });
  });

  it("can be taken back", async () => {
    const slug = await save("Taken back");
    await rateBuild(reader(0), { slug, stars: 2 });
    await rateBuild(reader(0), { slug, stars: 0 });
    const build = await readBuild(ANONYMOUS, slug);
    expect(build.rating).toEqual({ score: 3, count: 0 });
    expect(await readOwnOpinion(reader(0), build)).toEqual({ stars: null, isFavourite: false });
  });

  it("are refused for visitors, for one's own build, and for builds that are not there", async () => {
    const slug = await save("Mine");
    const hidden = await save("Hidden", "private");
    await expect(rateBuild(ANONYMOUS, { slug, stars: 5 })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(rateBuild(owner, { slug, stars: 5 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const refused = rateBuild(reader(0), { slug: hidden, stars: 5 });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("sort the library: many good votes before a single perfect one, page by page", async () => {
    const [single, many, bad] = [
      await save("Zenith one"),
      await save("Zenith many"),
      await save("Zenith bad"),
    ];
    await rateBuild(reader(0), { slug: single, stars: 5 });
    for (const actor of readers) await rateBuild(actor, { slug: many, stars: 5 });
    await rateBuild(reader(1), { slug: bad, stars: 1 });
    const { builds } = await searchLibrary({ q: "zenith", sort: "rating" });
    expect(builds.map(({ name }) => name)).toEqual(["Zenith many", "Zenith one", "Zenith bad"]);
    for (let index = 0; index < 26; index++) await save(`Plain ${index}`);
    const first = await searchLibrary({ sort: "rating" });
    const second = await searchLibrary({ sort: "rating", after: first.next ?? "" });
    const slugs = [...first.builds, ...second.builds].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(second.builds.at(-1)?.name).toBe("Zenith bad");
  });
});

describe("favourites", () => {
  it("are one's own list, in which a build that became private is not shown", async () => {
    const slug = await save("Kept at hand");
    await setFavourite(reader(0), { slug, favourite: true });
    await setFavourite(reader(0), { slug, favourite: true });
    const names = async (actor: Actor) => (await searchFavourites(actor, {})).builds.map(({ name }) => name);
    expect(await names(reader(0))).toEqual(["Kept at hand"]);
    expect(await names(reader(1))).toEqual([]);
    await changeBuild(owner, { slug, name: "Kept at hand", visibility: "private" });
    expect(await names(reader(0))).toEqual([]);
    await changeBuild(owner, { slug, name: "Kept at hand", visibility: "unlisted" });
    expect(await names(reader(0))).toEqual(["Kept at hand"]);
    await setFavourite(reader(0), { slug, favourite: false });
    expect(await names(reader(0))).toEqual([]);
  });

  it("are refused for visitors and for builds that are not there", async () => {
    const input = { slug: await save("Closed", "private"), favourite: true };
    await expect(setFavourite(reader(0), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const open = { slug: await save("Open"), favourite: true };
    await expect(setFavourite(ANONYMOUS, open)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(searchFavourites(ANONYMOUS, {})).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
