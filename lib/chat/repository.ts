import { and, asc, count, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "#lib/platform/db/client.ts";
import { builds } from "#lib/platform/db/schema/builds.ts";
import { type ChatMessageRow, type ChatRow, chatMessages, chats } from "#lib/platform/db/schema/chats.ts";
import type { TimeCursor } from "#lib/shared/cursor.ts";
import { type ChatOwner, type EndedAnswer, LOST_AFTER_SECONDS } from "./policy.ts";

export type ChatWithBuildRow = ChatRow & { readonly buildSlug: string | null };
export type ListedChatRow = Pick<ChatRow, "id" | "title" | "updatedAt">;

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Inserts a chat; null where its id is taken. */
export async function insertChat(values: typeof chats.$inferInsert): Promise<ChatRow | null> {
  const [row] = await db().insert(chats).values(values).onConflictDoNothing({ target: chats.id }).returning();
  return row ?? null;
}

export async function countChatsOf(owner: ChatOwner): Promise<number> {
  const [row] = await db().select({ total: count() }).from(chats).where(belongsTo(owner));
  return row?.total ?? 0;
}

/** A chat with the slug of its attached build. Whether the actor may see it is for the caller to decide. */
export async function findChat(id: string): Promise<ChatWithBuildRow | null> {
  const [row] = await db()
    .select({ chat: chats, buildSlug: builds.slug })
    .from(chats)
    .leftJoin(builds, eq(builds.id, chats.buildId))
    .where(eq(chats.id, id))
    .limit(1);
  return row ? { ...row.chat, buildSlug: row.buildSlug } : null;
}

/** Newest first, from after `cursor`; served by chats_user_updated_index and chats_visitor_updated_index. */
export function listChatsOf(
  owner: ChatOwner,
  cursor: TimeCursor | null,
  limit: number,
): Promise<ListedChatRow[]> {
  const after =
    cursor &&
    or(lt(chats.updatedAt, cursor.at), and(eq(chats.updatedAt, cursor.at), lt(chats.id, cursor.id)));
  return db()
    .select({ id: chats.id, title: chats.title, updatedAt: chats.updatedAt })
    .from(chats)
    .where(and(belongsTo(owner), after ?? undefined))
    .orderBy(desc(chats.updatedAt), desc(chats.id))
    .limit(limit);
}

export async function deleteChatRow(id: string): Promise<void> {
  await db().delete(chats).where(eq(chats.id, id));
}

export async function updateChatBuild(id: string, buildId: string | null): Promise<void> {
  await db().update(chats).set({ buildId }).where(eq(chats.id, id));
}

/** Gives a visitor's chats to an account. Returns how many. */
export async function moveChats(visitorHash: string, userId: string): Promise<number> {
  const moved = await db()
    .update(chats)
    .set({ userId, visitorHash: null })
    .where(eq(chats.visitorHash, visitorHash))
    .returning({ id: chats.id });
  return moved.length;
}

/** All messages in their order, after answers whose process is gone have been marked as broken off. */
export async function readMessages(chatId: string): Promise<ChatMessageRow[]> {
  const rows = await db()
    .select()
    .from(chatMessages)
    .where(eq(chatMessages.chatId, chatId))
    .orderBy(asc(chatMessages.position));
  if (!rows.some((row) => row.status === "writing")) return rows;
  const healed = new Set((await healLostAnswers(db(), chatId)).map(({ id }) => id));
  return rows.map((row) =>
    healed.has(row.id) ? { ...row, status: "failed", errorCode: "STREAM_BROKEN" } : row,
  );
}

export type BegunAnswer =
  | { readonly state: "begun"; readonly answerId: string; readonly earlier: readonly ChatMessageRow[] }
  | { readonly state: "busy" | "full" | "nothing-asked" | "gone" };

export interface NewAnswer {
  readonly chatId: string;
  /** The player's message; null to answer the last one once more, in place of the answer it has. */
  readonly question: string | null;
  /** Title to give the chat when this is its first message. */
  readonly title: string;
  readonly maxMessages: number;
}

/**
 * Writes down the question and the empty answer to it in one transaction, before the model is asked. The chat's row
 * is locked, so that of two questions at the same moment one is told that the chat is busy.
 */
export function beginAnswer({ chatId, question, title, maxMessages }: NewAnswer): Promise<BegunAnswer> {
  return db().transaction(async (tx) => {
    const [chat] = await tx.select({ id: chats.id }).from(chats).where(eq(chats.id, chatId)).for("update");
    if (!chat) return { state: "gone" };
    await healLostAnswers(tx, chatId);
    let messages = await tx
      .select()
      .from(chatMessages)
      .where(eq(chatMessages.chatId, chatId))
      .orderBy(asc(chatMessages.position));
    if (messages.some((message) => message.status === "writing")) return { state: "busy" };
    if (question !== null) {
      if (messages.length + 2 > maxMessages) return { state: "full" };
      messages.push(await insertMessage(tx, chatId, nextPosition(messages), "user", question, "complete"));
    } else {
      messages = await withoutLastAnswer(tx, messages);
    }
    if (messages.at(-1)?.role !== "user") return { state: "nothing-asked" };
    const answer = await insertMessage(tx, chatId, nextPosition(messages), "assistant", "", "writing");
    const first = messages.length === 1 ? { title } : {};
    await tx
      .update(chats)
      .set({ ...first, updatedAt: sql`now()` })
      .where(eq(chats.id, chatId));
    return { state: "begun", answerId: answer.id, earlier: messages };
  });
}

/** Saves what has been written so far. False where the answer is no longer to be written: stopped, or deleted. */
export async function saveProgress(answerId: string, content: string): Promise<boolean> {
  const rows = await db()
    .update(chatMessages)
    .set({ content, aliveAt: sql`now()` })
    .where(and(eq(chatMessages.id, answerId), eq(chatMessages.status, "writing")))
    .returning({ id: chatMessages.id });
  return rows.length > 0;
}

/** Saves the end of an answer. One that was stopped meanwhile stays stopped and gets its last words. */
export async function saveEnd(answerId: string, content: string, end: EndedAnswer): Promise<void> {
  await db()
    .update(chatMessages)
    .set({
      content,
      status: sql`case when ${chatMessages.status} = 'stopped' then 'stopped' else ${end.status} end`,
      errorCode: sql`case when ${chatMessages.status} = 'stopped' then null else ${end.errorCode}::text end`,
      cutShort: end.cutShort,
      aliveAt: sql`now()`,
    })
    .where(and(eq(chatMessages.id, answerId), inArray(chatMessages.status, ["writing", "stopped"])));
}

/** Marks running answers as stopped, whichever process writes them; each sees it within a second. */
export async function stopAnswers(chatId: string): Promise<string[]> {
  const rows = await db()
    .update(chatMessages)
    .set({ status: "stopped" })
    .where(and(eq(chatMessages.chatId, chatId), eq(chatMessages.status, "writing")))
    .returning({ id: chatMessages.id });
  return rows.map(({ id }) => id);
}

/** By the database's clock, since the processes that write may be on different machines. */
function healLostAnswers(on: Database | Transaction, chatId: string): Promise<{ id: string }[]> {
  return on
    .update(chatMessages)
    .set({ status: "failed", errorCode: "STREAM_BROKEN" })
    .where(
      and(
        eq(chatMessages.chatId, chatId),
        eq(chatMessages.status, "writing"),
        lt(chatMessages.aliveAt, sql`now() - make_interval(secs => ${LOST_AFTER_SECONDS})`),
      ),
    )
    .returning({ id: chatMessages.id });
}

async function withoutLastAnswer(tx: Transaction, messages: ChatMessageRow[]): Promise<ChatMessageRow[]> {
  const last = messages.at(-1);
  if (last?.role !== "assistant") return messages;
  await tx.delete(chatMessages).where(eq(chatMessages.id, last.id));
  return messages.slice(0, -1);
}

async function insertMessage(
  tx: Transaction,
  chatId: string,
  position: number,
  role: "user" | "assistant",
  content: string,
  status: "writing" | "complete",
): Promise<ChatMessageRow> {
  const [row] = await tx.insert(chatMessages).values({ chatId, position, role, content, status }).returning();
  if (!row) throw new Error("The message row was not returned.");
  return row;
}

function nextPosition(messages: readonly ChatMessageRow[]): number {
  return (messages.at(-1)?.position ?? -1) + 1;
}

function belongsTo(owner: ChatOwner): SQL {
  return "userId" in owner ? eq(chats.userId, owner.userId) : eq(chats.visitorHash, owner.visitorHash);
}
