import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { GAME_MODES, PROFESSIONS, VISIBILITIES } from "#lib/shared/game.ts";
import { users } from "./users.ts";

/** A named loadout. `loadout` is the versioned object of lib/builds/schema.ts and is parsed on every read. */
export const builds = pgTable(
  "builds",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    /** Null for the example builds that come with the product. */
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "cascade" }),
    /** Last part of the public address, `/b/<slug>`; never changes and never tells the owner. */
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
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("builds_slug_unique").on(table.slug),
    uniqueIndex("builds_example_key_unique").on(table.exampleKey),
    index("builds_owner_updated_index").on(table.ownerId, table.updatedAt.desc(), table.id.desc()),
    index("builds_visibility_updated_index").on(table.visibility, table.updatedAt.desc(), table.id.desc()),
    check("builds_visibility_check", sql`${table.visibility} in ('private', 'unlisted', 'public')`),
    check("builds_mode_check", sql`${table.mode} in ('pve', 'wvw', 'pvp')`),
  ],
);

export type BuildRow = typeof builds.$inferSelect;
