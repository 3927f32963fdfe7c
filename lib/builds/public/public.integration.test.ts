import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import type { Visibility } from "#lib/shared/game.ts";
import { changeBuild, deleteBuild, readBuild, saveBuild } from "../service.ts";
import { readPublicBuild } from "./public-build.ts";
import { findPage, findPageEnds } from "./sitemap-repository.ts";
import { readSitemapIndex, readSitemapPage } from "./sitemap-service.ts";
import { structuredData } from "./structured-data.ts";
import { buildSummary } from "./summary.ts";

setUpTestDatabase();

const ORIGIN = "https://builds.example.org";
const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

let owner: Actor;

beforeAll(async () => {
  owner = await newUser("Aurene");
});

async function save(visibility: Visibility, name = "Mantras"): Promise<string> {
  return (await saveBuild(owner, { link: FIREBRAND, name, visibility, mode: "wvw" })).slug;
}

describe("a build as anybody may see it", () => {
  it("is there where it is public or unlisted, also by an earlier address", async () => {
    expect((await readPublicBuild(await save("unlisted")))?.name).toBe("Mantras");
    const before = await save("public");
    const { slug } = await changeBuild(owner, { slug: before, name: "Renamed", visibility: "public" });
    expect((await readPublicBuild(before))?.slug).toBe(slug);
  });

  it("is not there where it is private, deleted or never was, or the address is none", async () => {
    const gone = await save("public");
    await deleteBuild(owner, gone);
    for (const slug of [await save("private"), gone, "never-was-there", "../etc"]) {
      expect(await readPublicBuild(slug), slug).toBeNull();
    }
  });

  it("fits into a few lines", async () => {
    const summary = buildSummary(await readBuild(owner, await save("public")));
    expect(summary.specializations.map(({ name }) => name)).toContain("Firebrand");
    expect(summary.specializations.every(({ traits }) => traits.length === 3)).toBe(true);
    expect(summary.skills.length).toBeGreaterThan(2);
    expect(summary.figures.map(({ label }) => label)).toContain("Health");
  });

  it("cannot break out of the script that holds its data, whatever its name", async () => {
    const build = await readBuild(owner, await save("public", "</script><script>alert(1)//"));
    const text = structuredData(ORIGIN, build, "A build.");
    expect(text).not.toContain("<");
    expect(JSON.parse(text)["@graph"][0]).toMatchObject({ name: build.name, author: { name: "Aurene" } });
  });
});

describe("the list of public builds", () => {
  it("names public builds only", async () => {
    const slugs = [await save("public"), await save("unlisted"), await save("private")];
    const list = (await readSitemapPage(ORIGIN, "first.xml")) ?? "";
    expect(slugs.map((slug) => list.includes(`${ORIGIN}/b/${slug}<`))).toEqual([true, false, false]);
    expect(list).toContain(`<loc>${ORIGIN}/library</loc>`);
  });

  it("is cut into pages that follow one another without gap or overlap", async () => {
    for (let count = 0; count < 5; count++) await save("public");
    const all = await findPage(null, 1000);
    const ends = await findPageEnds(2);
    const pages = await Promise.all([null, ...ends].map((after) => findPage(after, 2)));
    expect(pages.flat()).toEqual(all);
    expect(ends).toHaveLength(Math.floor(all.length / 2));
  });

  it("is named by the list of lists; other names lead nowhere", async () => {
    expect(await readSitemapIndex(ORIGIN)).toContain(`<loc>${ORIGIN}/sitemaps/first.xml</loc>`);
    for (const name of ["second.xml", "first", "'.xml", ""])
      expect(await readSitemapPage(ORIGIN, name)).toBeNull();
  });
});
