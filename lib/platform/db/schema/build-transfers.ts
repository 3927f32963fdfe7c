import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { builds } from "./builds.ts";
import { users } from "./users.ts";

export const TRANSFER_STATES = ["open", "accepted", "declined", "withdrawn"] as const;

/** Offers of a build to another account; at most one is open for each build. */
export const buildTransfers = pgTable(
  "build_transfers",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    buildId: uuid("build_id")
      .notNull()
      .references(() => builds.id, { onDelete: "cascade" }),
    fromId: uuid("from_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Null where nobody, or more than one, goes by what the owner typed: the owner cannot tell. */
    toId: uuid("to_id").references(() => users.id, { onDelete: "cascade" }),
    /** Who was meant, in words for the owner; an email address is shortened. */
    addressee: text().notNull(),
    state: text({ enum: TRANSFER_STATES }).notNull().default("open"),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    decidedAt: timestamp("decided_at", { withTimezone: true, precision: 3 }),
  },
  (table) => [
    uniqueIndex("build_transfers_open_unique").on(table.buildId).where(sql`${table.state} = 'open'`),
    index("build_transfers_build_index").on(table.buildId),
    index("build_transfers_from_index").on(table.fromId),
    index("build_transfers_to_index").on(table.toId),
    check(
      "build_transfers_state_check",
      sql`${table.state} in ('open', 'accepted', 'declined', 'withdrawn')`,
    ),
  ],
);

export type BuildTransferRow = typeof buildTransfers.$inferSelect;
