import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { builds } from "./builds.ts";
import { users } from "./users.ts";

/** A conversation. Belongs to an account, or to a visitor known only by a random cookie whose hash is kept. */
export const chats = pgTable(
  "chats",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the visitor cookie, hexadecimal. */
    visitorHash: text("visitor_hash"),
    title: text().notNull(),
    /** Build whose facts go to the model; read again with the chat owner's rights at every turn. */
    buildId: uuid("build_id").references(() => builds.id, { onDelete: "set null" }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    // Nulls first, as PostgreSQL sorts a descending list that says nothing of them: else no list can use the index.
    index("chats_user_updated_index").on(
      table.userId,
      table.updatedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("chats_visitor_updated_index").on(
      table.visitorHash,
      table.updatedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    check("chats_owner_check", sql`num_nonnulls(${table.userId}, ${table.visitorHash}) = 1`),
  ],
);

/** The user's message is inserted before the model is asked; the answer grows in place. */
export const chatMessages = pgTable(
  "chat_messages",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    chatId: uuid("chat_id")
      .notNull()
      .references(() => chats.id, { onDelete: "cascade" }),
    /** Position in the conversation, from 0. */
    position: integer().notNull(),
    role: text().notNull(),
    content: text().notNull(),
    /** `writing` while it streams, then `complete`, `stopped` (by the reader) or `failed`. */
    status: text().notNull(),
    /** Code of the failure, from lib/ai; null otherwise. */
    errorCode: text("error_code"),
    /** The model reached its limit of tokens before it came to an end. */
    cutShort: boolean("cut_short").notNull().default(false),
    /** While `writing`: when the process that writes it last said so. An old one means that process is gone. */
    aliveAt: timestamp("alive_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("chat_messages_chat_position_unique").on(table.chatId, table.position),
    check("chat_messages_role_check", sql`${table.role} in ('user', 'assistant')`),
    check("chat_messages_status_check", sql`${table.status} in ('writing', 'complete', 'stopped', 'failed')`),
  ],
);

/** One row per request to a model, without any text of the conversation. */
export const modelCalls = pgTable(
  "model_calls",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    /** What the call was for, for instance `chat-answer`. */
    purpose: text().notNull(),
    model: text().notNull(),
    startedAt: timestamp("started_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    timeToFirstTokenMs: doublePrecision("time_to_first_token_ms"),
    durationMs: doublePrecision("duration_ms").notNull(),
    inputTokens: integer("input_tokens"),
    outputTokens: integer("output_tokens"),
    /** `complete`, `stopped`, `length` or an error code of lib/ai. */
    outcome: text().notNull(),
    /** How often the answer had to be asked for again. */
    repairs: integer().notNull().default(0),
  },
  (table) => [index("model_calls_started_index").on(table.startedAt)],
);

export type ChatRow = typeof chats.$inferSelect;
export type ChatMessageRow = typeof chatMessages.$inferSelect;
