import { type SQL, sql } from "drizzle-orm";
import { gameData } from "#lib/builds/game-data.ts";
import { searchDocument } from "#lib/builds/library/search-document.ts";
import { linkOfLoadout } from "#lib/builds/loadout-link.ts";
import { legalLoadout, partsOfProject } from "#lib/builds/testing/legal-loadout.ts";
import type { Database } from "#lib/platform/db/client.ts";

/** Different loadouts; each is worn by many builds, as what is popular is. */
const LOADOUTS = 1000;
const OWNERS = 2000;
const BATCH = 100;
/** The newest build was saved then; the others in the three years before. */
const NEWEST = "2026-10-01T00:00:00Z";

const FIRST = words(
  "Quick Heavy Silent Golden Burning Frozen Lucky Brave Lazy Sneaky Royal Mighty Gentle Rusty",
);
const SECOND = words(
  "Blade Shield Storm Garden Comet Lantern Raven Quaggan Choya Skritt Dolyak Moa Griffon Raptor",
);
const SYLLABLES = words("ka ro mi ta ne su lo vi da re zu pa ke no fi ga le bo ti ma shi ran dor mel tus");
const PURPOSES = [
  "for raids",
  "for fractals",
  "for open world",
  "for roaming",
  "for zergs",
  "solo",
  "healing",
  "",
];

const SLUG = "seeded-";

/** Address of a seeded build, from 1. */
export function seededSlug(number: number): string {
  return `${SLUG}${number}`;
}

/**
 * Fills a migrated database with public builds as players would have made them: legal loadouts with their search
 * documents, names of two common words, a made-up one, often the elite specialization, and a purpose, owners with fifty builds each, a few popular
 * builds and many that nobody voted for. The same for the same game data.
 */
export async function seedLibrary(database: Database, count: number): Promise<void> {
  await database.transaction(async (transaction) => {
    const run = transaction as unknown as Database;
    await insertOwners(run);
    await insertLoadouts(run);
    await withoutSearchIndex(run, () => insertBuilds(run, count));
  });
  await database.execute(sql`vacuum (analyze) builds, build_revisions, users`);
}

/** Makes the largest index at once for all, which takes a fraction of the time. */
async function withoutSearchIndex(database: Database, run: () => Promise<void>): Promise<void> {
  const [index] = await database.execute<{ made: string }>(
    sql`select pg_get_indexdef('builds_search_index'::regclass) as made`,
  );
  await database.execute(sql`drop index builds_search_index`);
  await run();
  await database.execute(sql`set local maintenance_work_mem = '512MB'`);
  await database.execute(sql.raw(index?.made ?? ""));
}

async function insertOwners(database: Database): Promise<void> {
  await database.execute(sql`
    insert into users (id, email, display_name, password_hash)
    select ${idOf("owner", sql`n`)}, 'player' || n || '@example.com', 'Player ' || n, 'none'
    from generate_series(1, ${OWNERS}::int) as n`);
}

async function insertLoadouts(database: Database): Promise<void> {
  await database.execute(sql`
    create temporary table seed_loadouts (
      n int primary key, profession text, mode text, loadout jsonb, chat_link text, search_words text, facets text[],
      reference_names jsonb, reference_digests jsonb, search_stamp text, elite text
    ) on commit drop`);
  const parts = partsOfProject();
  const { catalog, links } = gameData();
  for (let start = 0; start < LOADOUTS; start += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, index) => {
      const loadout = legalLoadout(parts, start + index);
      const link = linkOfLoadout(loadout, links);
      const document = searchDocument(loadout, catalog);
      return {
        n: start + index,
        profession: loadout.profession,
        mode: loadout.mode,
        loadout,
        link: link.ok ? link.value : "",
        elite: document.facets.find((facet) => facet.startsWith("elite:"))?.slice("elite:".length),
        ...document,
      };
    });
    await database.execute(sql`
      insert into seed_loadouts
      select n, profession, mode, loadout, link, "searchWords", facets, "referenceNames", "referenceDigests", "searchStamp", elite
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        n int, profession text, mode text, loadout jsonb, link text, "searchWords" text, facets text[],
        "referenceNames" jsonb, "referenceDigests" jsonb, "searchStamp" text, elite text
      )`);
  }
}

async function insertBuilds(database: Database, count: number): Promise<void> {
  const votes = sql`floor(150 * power(${share(4)}, 12))`;
  const name = sql`concat_ws(' ', ${oneOf(FIRST, 5)}, ${oneOf(SECOND, 6)},
    case when ${below(2, 13)} = 0 then elite end, initcap(${oneOf(SYLLABLES, 7)} || ${oneOf(SYLLABLES, 8)} || ${oneOf(SYLLABLES, 9)}), nullif(${oneOf(PURPOSES, 10)}, ''))`;
  await database.execute(sql`
    insert into builds (
      id, owner_id, slug, name, profession, mode, visibility, loadout, chat_link, search_words, facets, reference_names,
      reference_digests, search_stamp, fork_count, view_count, rating_count, rating_sum, created_at, updated_at
    )
    select ${idOf("build", sql`b`)}, ${idOf("owner", sql`1 + ${below(OWNERS, 2)}`)}, ${SLUG} || b, ${name}, profession, mode,
      'public', loadout, chat_link, search_words, facets, reference_names, reference_digests, search_stamp,
      floor(80 * power(${share(3)}, 10)), floor(5000 * power(${share(3)}, 8)), ${votes},
      round(${votes} * (2 + 3 * ${share(11)})), saved, saved
    from generate_series(1, ${count}::int) as b
    join seed_loadouts on n = ${below(LOADOUTS, 1)},
    lateral (select ${NEWEST}::timestamptz - ${share(12)} * interval '3 years' as saved) as times`);
  await database.execute(sql`
    insert into build_revisions (build_id, number, author_id, loadout, chat_link, created_at)
    select id, 1, owner_id, loadout, chat_link, created_at from builds`);
}

/** The same id in every run. */
function idOf(kind: string, number: SQL): SQL {
  return sql`md5(${kind} || (${number})::text)::uuid`;
}

/** Whole number from 0 to below `limit`, by the build's number; another for each stream. */
function below(limit: number, stream: number): SQL {
  return sql`mod(hashint4extended(b, ${stream}) & 9223372036854775807, ${limit})::int`;
}

/** From 0 to below 1. */
function share(stream: number): SQL {
  return sql`(${below(10_000, stream)} / 10000.0)`;
}

function oneOf(values: readonly string[], stream: number): SQL {
  return sql`(${sql.param(values)}::text[])[1 + ${below(values.length, stream)}]`;
}

function words(text: string): string[] {
  return text.split(" ");
}
