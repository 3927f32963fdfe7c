import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { MODERATION_VERDICTS, REPORT_REASONS } from "#lib/shared/moderation.ts";
import { builds } from "./builds.ts";
import { users } from "./users.ts";

/** What a moderator decided of a build and why; kept also when the build or the moderator is gone. */
export const moderationDecisions = pgTable(
  "moderation_decisions",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    /** Null where the build is gone for good. */
    buildId: uuid("build_id").references(() => builds.id, { onDelete: "set null" }),
    /** Name of the build as of then. */
    buildName: text("build_name").notNull(),
    /** Null where the account is gone. */
    moderatorId: uuid("moderator_id").references(() => users.id, { onDelete: "set null" }),
    verdict: text({ enum: MODERATION_VERDICTS }).notNull(),
    /** Reasons of the moderator; the owner of a hidden build reads them. */
    note: text().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    index("moderation_decisions_newest_index").on(
      table.createdAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("moderation_decisions_build_index").on(table.buildId),
    index("moderation_decisions_moderator_index").on(table.moderatorId),
    check("moderation_decisions_verdict_check", sql`${table.verdict} in ('dismiss', 'hide', 'show')`),
  ],
);

/** What a player told the moderators of a build; open until a decision names it. */
export const buildReports = pgTable(
  "build_reports",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    buildId: uuid("build_id")
      .notNull()
      .references(() => builds.id, { onDelete: "cascade" }),
    reporterId: uuid("reporter_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    reason: text({ enum: REPORT_REASONS }).notNull(),
    /** What the player wrote of it; may be empty. */
    details: text().notNull(),
    /** Null while it waits. */
    decisionId: uuid("decision_id").references(() => moderationDecisions.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    // One that waits for each build and person: reporting again changes it.
    uniqueIndex("build_reports_open_unique")
      .on(table.buildId, table.reporterId)
      .where(sql`${table.decisionId} is null`),
    index("build_reports_open_index").on(table.createdAt, table.id).where(sql`${table.decisionId} is null`),
    index("build_reports_build_index").on(table.buildId),
    index("build_reports_reporter_index").on(table.reporterId),
    index("build_reports_decision_index").on(table.decisionId),
    check(
      "build_reports_reason_check",
      sql`${table.reason} in ('abuse', 'spam', 'misleading', 'private-data', 'other')`,
    ),
  ],
);

export type BuildReportRow = typeof buildReports.$inferSelect;
