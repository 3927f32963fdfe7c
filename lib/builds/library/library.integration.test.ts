import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { db } from "#lib/platform/db/client.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import type { Visibility } from "#lib/shared/game.ts";
import { rateBuild, readOwnOpinion } from "../opinions/service.ts";
import { readHistory } from "../revisions/service.ts";
import { seedExampleBuilds } from "../seed.ts";
import {
  changeBuild,
  changeEquipment,
  emptyBin,
  forkBuild,
  listBin,
  listEverybodysBuilds,
  listOwnBuilds,
  readBuild,
  saveBuild,
} from "../service.ts";
import { listOffers } from "../transfer/service.ts";
import { countView, flushViews } from "../views/service.ts";
import {
  hitsStatement,
  namedStatement,
  type OrderedQuery,
  setForSearch,
  windowStatement,
} from "./library-statements.ts";
import { refreshSearchDocuments } from "./refresh.ts";
import { type LibraryFilter, libraryFilterSchema } from "./schema.ts";
import { searchLibrary, searchOwnBuilds } from "./service.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

let owner: Actor;
let other: Actor;

beforeAll(async () => {
  [owner, other] = await Promise.all([newUser("Aurene"), newUser("Glint")]);
  await seedExampleBuilds(db());
  await refreshSearchDocuments(db());
}, 60_000);

function save(name: string, visibility: Visibility = "public", actor = owner) {
  return saveBuild(actor, { link: FIREBRAND, name, visibility, mode: "wvw" });
}

/** Names of what a search of the public library finds first. */
async function found(filter: Partial<LibraryFilter>): Promise<string[]> {
  return (await searchLibrary(libraryFilterSchema.parse(filter))).builds.map(({ name }) => name);
}

describe("searching the library", () => {
  it("finds by name, specialization, trait and skill, whatever the case and accents", async () => {
    await save("Épée de soutien");
    for (const q of ["epee", "SOUTIEN firebrand", "communal defenses soutien", "sanctuary soutien"]) {
      expect(await found({ q }), q).toContain("Épée de soutien");
    }
  });

  it("forgives typing errors in words of the game and in names, and says what it looked for", async () => {
    await save("Zommoros special");
    expect(await found({ q: "fierbrand zommoros" })).toContain("Zommoros special");
    expect(await found({ q: "zomoros" })).toContain("Zommoros special");
    const { corrections } = await searchLibrary({ q: "firebrnad" });
    expect(corrections).toContain("firebrand");
  });

  it("needs every word", async () => {
    expect(await found({ q: "zommoros necromancer" })).toEqual([]);
  });

  it("takes any signs as text", async () => {
    for (const q of ["'; drop table builds --", "a & | ! (b", "%_\\", ":*", "🗡️"]) {
      await expect(searchLibrary({ q }), q).resolves.toBeDefined();
    }
  });

  it("puts a name that is the search before builds that only hold the word", async () => {
    await save("Sanctuary");
    expect((await found({ q: "sanctuary" }))[0]).toBe("Sanctuary");
  });

  it("never shows private or unlisted builds, and follows a change of name and visibility", async () => {
    const { slug } = await save("Quaggan secret", "private");
    await save("Quaggan unlisted", "unlisted");
    expect(await found({ q: "quaggan" })).toEqual([]);
    await changeBuild(owner, { slug, name: "Choya parade", visibility: "public" });
    expect(await found({ q: "quaggan" })).toEqual([]);
    expect(await found({ q: "choya" })).toEqual(["Choya parade"]);
  });
});

describe("filters", () => {
  it("hold together", async () => {
    const { builds } = await searchLibrary({ profession: "Guardian", elite: "firebrand", mode: "wvw" });
    expect(builds.length).toBeGreaterThan(0);
    for (const build of builds) {
      expect(build).toMatchObject({ profession: "Guardian", title: "Firebrand", mode: "wvw" });
    }
    expect(await found({ profession: "Warrior", elite: "Firebrand" })).toEqual([]);
  });

  it("know weapons, stat sets, boons for others and what is outdated", async () => {
    expect(await found({ stats: "Berserker", weapon: "Greatsword" })).not.toEqual([]);
    expect(await found({ boon: "Quickness", elite: "Firebrand" })).not.toEqual([]);
    const { builds } = await searchLibrary({ state: "outdated" });
    expect(builds.length).toBeGreaterThan(0);
    expect(builds.every(({ isOutdated }) => isOutdated)).toBe(true);
  });

  it("find the builds of an author by name", async () => {
    await save("Prismatic", "public", other);
    expect(await found({ author: "glint" })).toEqual(["Prismatic"]);
    expect(await found({ author: "Nobody of this name" })).toEqual([]);
  });

  it("refuse what does not exist and a damaged cursor", async () => {
    await expect(searchLibrary({ elite: "Chairmage" })).rejects.toMatchObject({ field: "elite" });
    await expect(searchLibrary({ after: "nonsense" })).rejects.toMatchObject({ field: "after" });
    expect(libraryFilterSchema.safeParse({ profession: "Monk" }).success).toBe(false);
  });
});

describe("pages of the library", () => {
  it.each([
    ["newest first", {}],
    ["by relevance", { q: "example" }],
  ])("show every build once, %s", async (_, filter) => {
    const slugs: string[] = [];
    let page = await searchLibrary(filter);
    for (;;) {
      slugs.push(...page.builds.map(({ slug }) => slug));
      if (page.next === null) break;
      page = await searchLibrary({ ...filter, after: page.next });
    }
    expect(slugs.length).toBeGreaterThan(48);
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});

describe("own builds", () => {
  it("are searched whatever their visibility, and only one's own", async () => {
    await save("Skritt hoard", "private");
    const own = await searchOwnBuilds(owner, { q: "skrit" });
    expect(own.builds.map(({ name }) => name)).toEqual(["Skritt hoard"]);
    expect((await searchOwnBuilds(other, { q: "skritt" })).builds).toEqual([]);
    await expect(searchOwnBuilds(ANONYMOUS, {})).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("what has left the game", () => {
  it("is named on the build, and the library counts the build as outdated", async () => {
    const { slug } = await save("Left behind");
    await db().execute(sql`
      update builds set search_stamp = 'older data',
        loadout = jsonb_set(loadout, '{skills,terrestrial,heal}', '16000001'),
        reference_names = reference_names || '{"skill:16000001": "Mantra of Yore"}'
      where slug = ${slug}`);
    await refreshSearchDocuments(db());
    expect((await readBuild(ANONYMOUS, slug)).missing).toEqual(["Mantra of Yore (skill)"]);
    expect(await found({ q: "left behind", state: "outdated" })).toEqual(["Left behind"]);
    expect(await refreshSearchDocuments(db())).toBe(0);
  });
});

describe("with 100,000 builds", () => {
  const QUERY: OrderedQuery = {
    scope: "public",
    words: [],
    facets: [],
    author: undefined,
    sort: "newest",
    after: null,
    limit: 25,
  };
  const AFTER = { score: 0, at: new Date("2024-01-01"), id: crypto.randomUUID() };
  const word = { word: "firebrnad", corrections: ["firebrand"], isNameOnly: false };
  const name = { word: "zomoros", corrections: [], isNameOnly: true };
  const own = { ownerId: crypto.randomUUID() };

  beforeAll(async () => {
    // Loadouts and the rest of the words are not looked at by any search. The index is made at once for all.
    const [index] = await db().execute<{ made: string }>(
      sql`select pg_get_indexdef('builds_search_index'::regclass) as made`,
    );
    await db().execute(sql`drop index builds_search_index`);
    await db().execute(sql`
      insert into builds (owner_id, slug, name, profession, mode, visibility, loadout, chat_link, search_words, facets,
        search_stamp, rating_sum, rating_count, fork_count, view_count, updated_at)
      select null, 'many-' || n, b.name || ' ' || n, b.profession, b.mode, case when n % 50 = 0 then 'private' else 'public' end,
        '{}', '', b.words, b.facets, b.search_stamp, n % 7 * 3, n % 7, n % 11, n % 101,
        b.updated_at - n * interval '1 minute'
      from (
        select row_number() over () as nth, count(*) over () as total,
          array_to_string((string_to_array(search_words, ' '))[1:30], ' ') as words, *
        from builds
      ) b cross join generate_series(1, 102000) n where n % b.total = b.nth - 1`);
    await db().execute(sql.raw(index?.made ?? ""));
    await db().execute(sql`vacuum analyze builds`);
  }, 300_000);

  it.each<[string, OrderedQuery]>([
    ["the newest", QUERY],
    ["a later page", { ...QUERY, after: AFTER }],
    ["the best rated", { ...QUERY, sort: "rating" }],
    ["a later page of the best rated", { ...QUERY, sort: "rating", after: { ...AFTER, score: 3 } }],
    ["a later page of the most copied", { ...QUERY, sort: "forks", after: AFTER }],
    ["a later page of the most viewed", { ...QUERY, sort: "views", after: AFTER }],
  ])("are read in order from an index without sorting: %s", async (_, query) => {
    const plan = await planOf(query, windowStatement);
    expect(plan).not.toContain("Seq Scan");
    expect(plan).toMatch(/Index Scan using builds_visibility_\w+_index/);
    expect(rowsRead(plan)).toBeLessThanOrEqual(25);
  });

  it.each<[string, OrderedQuery, number]>([
    ["a mistyped word", { ...QUERY, words: [word] }, 12_000],
    ["a mistyped name", { ...QUERY, words: [name] }, 1_000],
    ["a mistyped name and a word", { ...QUERY, words: [name, word] }, 1_000],
    ["words and filters", { ...QUERY, words: [word], facets: ["mode:pve", "weapon:Axe"] }, 5_000],
    [
      "filters by rating",
      { ...QUERY, facets: ["elite:Firebrand", "boon:Quickness"], sort: "rating" },
      10_000,
    ],
    ["filters that nothing fits", { ...QUERY, facets: ["elite:Firebrand", "profession:Warrior"] }, 0],
    ["an author", { ...QUERY, author: "Aurene" }, 100],
    ["favourites", { ...QUERY, scope: { favouritesOf: crypto.randomUUID() } }, 0],
    ["one's own", { ...QUERY, scope: own }, 0],
    ["a word in one's own", { ...QUERY, scope: own, words: [word] }, 0],
  ])("no search looks at more builds than fit: %s", async (_, query, most) => {
    const plan = await planOf(query, hitsStatement);
    expect(plan).not.toContain("Seq Scan");
    expect(rowsRead(plan)).toBeLessThanOrEqual(most);
  });

  it("builds that are named so are found by their names", async () => {
    const plan = await planOf({ ...QUERY, words: [name] }, namedStatement);
    expect(plan).not.toContain("Seq Scan");
    expect(plan).toContain("Bitmap Index Scan on builds_search_index");
  });

  it("common words are found in the order of the list, without collecting all that have them", async () => {
    const plan = await planOf(
      { ...QUERY, words: [{ ...word, word: "pve", corrections: [] }] },
      windowStatement,
    );
    expect(plan).not.toContain("Seq Scan");
    expect(rowsRead(plan)).toBeLessThanOrEqual(600);
  });

  it("reading, saving and listing one's own never go through the whole table, nor do the jobs with nothing to do", async () => {
    const { slug } = await save("Among many");
    const build = await readBuild(ANONYMOUS, slug);
    const before = await wholeReads();
    await readBuild(ANONYMOUS, slug);
    await expect(readBuild(ANONYMOUS, "no-such-build")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await changeEquipment(owner, slug, (loadout) => ({ ...loadout, mode: "pve" }));
    const renamed = await changeBuild(owner, { slug, name: "Among a great many", visibility: "public" });
    await forkBuild(other, renamed.slug);
    await rateBuild(other, { slug: renamed.slug, stars: 4 });
    await readOwnOpinion(other, build);
    await readHistory(owner, renamed.slug, null);
    await listOwnBuilds(owner);
    await listEverybodysBuilds();
    await listBin(owner);
    await listOffers(owner);
    await countView(ANONYMOUS, build, { address: "203.0.113.7", userAgent: "Firefox" });
    await flushViews();
    await emptyBin(db());
    expect(await refreshSearchDocuments(db())).toBe(0);
    expect(await wholeReads()).toBe(before);
    await db().execute(sql`select count(*) from builds where chat_link = 'none'`);
    expect(await wholeReads()).toBeGreaterThan(before);
  });

  it.each<[string, LibraryFilter]>([
    ["words", { q: "firebrand" }],
    ["a filter that most fit", { mode: "pve" }],
    ["a filter that few fit", { elite: "Firebrand", weapon: "Axe" }],
    ["the most viewed", { sort: "views" }],
  ])("pages follow one another without a gap, whichever way they are found: %s", async (_, filter) => {
    const slugs: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page++) {
      const { builds, next } = await searchLibrary({ ...filter, after });
      slugs.push(...builds.map(({ slug }) => slug));
      after = next ?? undefined;
    }
    expect(slugs).toHaveLength(96);
    expect(new Set(slugs).size).toBe(96);
  });
});

/** How often the whole table of builds was read, as PostgreSQL counts it. */
async function wholeReads(): Promise<number> {
  // Each connection tells what it has counted when it is asked to; so many at once reach all of them.
  await Promise.all(
    Array.from({ length: 8 }, () => db().execute(sql`select pg_stat_force_next_flush(), pg_sleep(0.05)`)),
  );
  const [row] = await db().execute<{ reads: number }>(
    sql`select seq_scan::int as reads from pg_stat_user_tables where relname = 'builds'`,
  );
  return row?.reads ?? Number.NaN;
}

/** The plan as it was run. */
function planOf(query: OrderedQuery, statement: typeof windowStatement): Promise<string> {
  return db().transaction(async (transaction) => {
    await setForSearch(transaction);
    const rows = await transaction.execute<{ "QUERY PLAN": string }>(
      sql`explain (analyze, timing off) ${statement(transaction, query).getSQL()}`,
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
}

/** How many builds the plan looked at in its largest step, those included that did not fit. */
function rowsRead(plan: string): number {
  let most = 0;
  let step = 0;
  for (const line of plan.split("\n")) {
    const read = /(?<!Bitmap Index )Scan .*builds\b.*actual rows=([\d.]+)/.exec(line)?.[1];
    const removed = /Rows Removed by (?:Filter|Index Recheck): (\d+)/.exec(line)?.[1];
    step = read ? Number(read) : step + Number(removed ?? 0);
    most = Math.max(most, step);
  }
  return most;
}
