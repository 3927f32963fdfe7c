import { customType, date, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { builds } from "./builds.ts";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** Random bytes that visitors of a day are hashed with. Deleted with the day, after which nobody can tell who came. */
export const viewSalts = pgTable("view_salts", {
  /** Day in UTC. */
  day: date().primaryKey(),
  salt: bytea().notNull(),
});

/** Who has seen which build on a day, so that each is counted once; emptied the day after. */
export const buildViewers = pgTable(
  "build_viewers",
  {
    /** Day in UTC. */
    day: date().notNull(),
    buildId: uuid("build_id")
      .notNull()
      .references(() => builds.id, { onDelete: "cascade" }),
    /** First bytes of a hash of the day's salt, address and browser; says nothing without the salt. */
    viewer: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.buildId, table.day, table.viewer] })],
);
