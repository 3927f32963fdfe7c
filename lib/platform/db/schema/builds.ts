import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { GAME_MODES, PROFESSIONS, VISIBILITIES } from "#lib/shared/game.ts";
import { users } from "./users.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A named loadout. `loadout` is the versioned object of lib/builds/schema.ts and is parsed on every read. */
export const builds = pgTable(
  "builds",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    /** Null for the example builds that come with the product. */
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "cascade" }),
    /** Last part of the public address, `/b/<slug>`; never tells the owner. */
    slug: text().notNull(),
    name: text().notNull(),
    profession: text({ enum: PROFESSIONS }).notNull(),
    mode: text({ enum: GAME_MODES }).notNull(),
    visibility: text({ enum: VISIBILITIES }).notNull(),
    loadout: jsonb().notNull(),
    /** Build template link exactly as pasted, or generated where the loadout was not pasted. */
    chatLink: text("chat_link").notNull(),
    /** Public tool an example was taken from; null for builds of players. */
    exampleSource: text("example_source"),
    /** Day of the source's data, so that an example tells its age. */
    exampleSourceDate: date("example_source_date"),
    /** The source itself calls its build outdated. */
    exampleOutdated: boolean("example_outdated"),
    /** Stable id in the source: seeding again updates the row in place of adding one. */
    exampleKey: text("example_key"),
    /** Markdown of the author; with the next six what lib/builds/details/schema.ts describes, parsed on every read. */
    notes: text().notNull().default(""),
    /** Markdown: what to press in which order. */
    rotation: text().notNull().default(""),
    /** https address on a site that may be linked. */
    video: text(),
    tags: text().array().notNull().default(sql`'{}'`),
    /** Words of lib/builds/details/words.ts; null where the author does not say. */
    role: text(),
    difficulty: text(),
    activities: text().array().notNull().default(sql`'{}'`),
    /** Number of the newest revision: an editor that began with an older one must not overwrite it. */
    revision: integer().notNull().default(1),
    /** Build it was copied from; null where that one is gone for good, and for builds that are no copies. */
    forkedFromId: uuid("forked_from_id").references((): AnyPgColumn => builds.id, { onDelete: "set null" }),
    /** Whose work it began as, in words as of then; stays when the original goes. */
    forkCredit: text("fork_credit"),
    /** How often others copied it. */
    forkCount: integer("fork_count").notNull().default(0),
    /** Votes of 1 to 5 stars in build_ratings, summed up and counted. */
    ratingSum: integer("rating_sum").notNull().default(0),
    ratingCount: integer("rating_count").notNull().default(0),
    /**
     * Bayesian average: as if five more people had given three stars, so that one vote of five does not stand above
     * fifty of 4.8.
     */
    ratingScore: doublePrecision("rating_score")
      .notNull()
      .generatedAlwaysAs(sql`(rating_sum + 15)::double precision / (rating_count + 5)`),
    /** Visitors, each counted once a day; see build-views.ts. */
    viewCount: integer("view_count").notNull().default(0),
    /** Hidden by a moderator since then: only the owner and moderators see it. Null for all others. */
    hiddenAt: timestamp("hidden_at", { withTimezone: true, precision: 3 }),
    /** The moderator's reasons, for the owner. */
    hiddenNote: text("hidden_note"),
    /** In the bin since then; null for builds in use. Nobody but the owner sees it, and after 30 days it goes. */
    deletedAt: timestamp("deleted_at", { withTimezone: true, precision: 3 }),
    /** Names of all that the loadout holds, for the search. Filled by lib/builds/library/search-document.ts. */
    searchWords: text("search_words").notNull().default(""),
    /** Words of the tags: beside the name they are what is found by trigrams. */
    tagWords: text("tag_words").notNull().default(""),
    /** Words of notes and rotation. */
    noteWords: text("note_words").notNull().default(""),
    /** What the library filters by, such as `weapon:Axe` or `boon:Might`. */
    facets: text().array().notNull().default(sql`'{}'`),
    /** Names by kind and id (`trait:633`) of what the loadout refers to, so that what leaves the game keeps its name. */
    referenceNames: jsonb("reference_names").notNull().default({}),
    /** What it refers to that the game data no longer holds, in words for the player. */
    missing: text().array().notNull().default(sql`'{}'`),
    /** What it refers to that is otherwise in the game data than when its loadout was saved, in words for the player. */
    changed: text().array().notNull().default(sql`'{}'`),
    /** Fingerprints by kind and id of the records as they were then (lib/builds/outdated/); null: not taken yet. */
    referenceDigests: jsonb("reference_digests"),
    /** Catalogue and version of the rules that these were made with; null or another: they have to be made anew. */
    searchStamp: text("search_stamp"),
    /** Name without accents and capitals, and the tags, for trigrams. */
    searchName: text("search_name")
      .notNull()
      .generatedAlwaysAs(sql`rtrim(lower(f_unaccent(name)) || ' ' || tag_words)`),
    searchVector: tsvector("search_vector")
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('simple'::regconfig, lower(f_unaccent(name))), 'A') || setweight(to_tsvector('simple'::regconfig, search_words), 'B') || setweight(to_tsvector('simple'::regconfig, note_words), 'C')`,
      ),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("builds_slug_unique").on(table.slug),
    uniqueIndex("builds_example_key_unique").on(table.exampleKey),
    // Nulls first, as PostgreSQL sorts a descending list that says nothing of them: else no list can use the index.
    index("builds_owner_newest_index").on(
      table.ownerId,
      table.updatedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("builds_visibility_newest_index").on(
      table.visibility,
      table.updatedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("builds_visibility_rating_index").on(
      table.visibility,
      table.ratingScore.desc().nullsFirst(),
      table.updatedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("builds_visibility_forks_index").on(
      table.visibility,
      table.forkCount.desc().nullsFirst(),
      table.updatedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("builds_visibility_views_index").on(
      table.visibility,
      table.viewCount.desc().nullsFirst(),
      table.updatedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("builds_forked_from_index").on(table.forkedFromId),
    index("builds_deleted_index").on(table.deletedAt),
    index("builds_hidden_index").on(table.hiddenAt).where(sql`${table.hiddenAt} is not null`),
    // One index of all three, so that words here or there and filters are found together, without looking at the rows.
    index("builds_search_index").using(
      "gin",
      table.searchVector,
      sql`${table.searchName} gin_trgm_ops`,
      table.facets,
    ),
    index("builds_search_stamp_index").on(table.searchStamp),
    check("builds_visibility_check", sql`${table.visibility} in ('private', 'unlisted', 'public')`),
    check("builds_mode_check", sql`${table.mode} in ('pve', 'wvw', 'pvp')`),
  ],
);

/** Addresses that a build had before it was renamed; they lead to the present one. */
export const buildSlugs = pgTable(
  "build_slugs",
  {
    slug: text().primaryKey(),
    buildId: uuid("build_id")
      .notNull()
      .references(() => builds.id, { onDelete: "cascade" }),
  },
  (table) => [index("build_slugs_build_index").on(table.buildId)],
);

/** Every state of a build's loadout, the present one included. */
export const buildRevisions = pgTable(
  "build_revisions",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    buildId: uuid("build_id")
      .notNull()
      .references(() => builds.id, { onDelete: "cascade" }),
    /** From 1, without gaps within a build. */
    number: integer().notNull(),
    /** Null where the account is gone. */
    authorId: uuid("author_id").references(() => users.id, { onDelete: "set null" }),
    /** What the author says of the change, or what the app did. */
    note: text(),
    loadout: jsonb().notNull(),
    chatLink: text("chat_link").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("build_revisions_build_number_unique").on(table.buildId, table.number)],
);

/** What a person keeps at hand of others' and own builds. */
export const buildFavourites = pgTable(
  "build_favourites",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    buildId: uuid("build_id")
      .notNull()
      .references(() => builds.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.buildId] }),
    index("build_favourites_build_index").on(table.buildId),
  ],
);

/** One vote a person. */
export const buildRatings = pgTable(
  "build_ratings",
  {
    buildId: uuid("build_id")
      .notNull()
      .references(() => builds.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** 1 to 5. */
    stars: integer().notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.buildId, table.userId] }),
    index("build_ratings_user_index").on(table.userId),
    check("build_ratings_stars_check", sql`${table.stars} between 1 and 5`),
  ],
);

export type BuildRow = typeof builds.$inferSelect;
