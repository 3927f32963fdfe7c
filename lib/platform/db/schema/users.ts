import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";

/** Accounts. A row is the only place that holds personal data (the email address). */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    /** Trimmed and lower-cased; the unique index is the guard against double sign-up. */
    email: text().notNull(),
    /** Name shown to other players. */
    displayName: text("display_name").notNull(),
    /** argon2id in PHC string form, parameters included. */
    passwordHash: text("password_hash").notNull(),
    /** `moderator` where MODERATOR_EMAILS names the account; set at every start. */
    role: text({ enum: ["player", "moderator"] })
      .notNull()
      .default("player"),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("users_email_unique").on(table.email),
    check("users_role_check", sql`${table.role} in ('player', 'moderator')`),
    /** Finds the author that a reader names, whatever the case. */
    index("users_display_name_index").on(sql`lower(${table.displayName})`),
  ],
);

/** One row per sign-in; the cookie's token names it, so that a session can be revoked on the server. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    /** Absolute end, whatever the cookie says. */
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }).notNull(),
    /** Set by sign-out; a revoked session is never accepted again. */
    revokedAt: timestamp("revoked_at", { withTimezone: true, precision: 3 }),
  },
  (table) => [index("sessions_user_id_index").on(table.userId)],
);

export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
