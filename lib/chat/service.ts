import type { Actor } from "#lib/accounts/actor.ts";
import { type AttachedBuild, type AttachedBuildReader, readAttachedBuild } from "#lib/ai/attached-build.ts";
import { describeFailure } from "#lib/ai/failure.ts";
import type { ChatMessageRow } from "#lib/platform/db/schema/chats.ts";
import { env } from "#lib/platform/env.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { decodeCursor, encodeCursor } from "#lib/shared/cursor.ts";
import type { ChatId } from "#lib/shared/ids.ts";
import { type ChatOwner, failureCodeOf, MAX_CHATS, ownerOf, owns, UNTITLED } from "./policy.ts";
import {
  type ChatWithBuildRow,
  countChatsOf,
  deleteChatRow,
  findChat,
  insertChat,
  listChatsOf,
  moveChats,
  readMessages,
  stopAnswers,
  updateChatBuild,
} from "./repository.ts";
import { runningAnswers } from "./running-answers.ts";
import type { ChatListPage, ChatMessageView, ChatView, MessageStatus } from "./view.ts";

const PAGE_SIZE = 30;
/** How long a stop waits for the last words to be saved. */
const STOP_WAIT_MS = 3000;

/**
 * Opens an empty chat, under `id` where one is given. Opening it twice under one id is the same as once.
 * Throws UNAUTHENTICATED for a visitor without a cookie, TOO_LARGE when the actor has too many chats, NOT_FOUND where
 * the id belongs to somebody else's chat.
 */
export async function createChat(actor: Actor, id?: ChatId): Promise<ChatId> {
  const owner = requireOwner(actor);
  if ((await countChatsOf(owner)) >= MAX_CHATS[actor.kind]) {
    throw new AppError("TOO_LARGE", {
      message: `You have ${MAX_CHATS[actor.kind]} chats, which is the limit. Delete one to start another.`,
    });
  }
  const inserted = await insertChat({ ...(id && { id }), ...owner, title: UNTITLED });
  if (inserted) return inserted.id as ChatId;
  return (await ownChat(actor, id as ChatId)).id as ChatId;
}

/** The actor's chats, newest first. Throws INVALID_INPUT on a damaged cursor. */
export async function listChats(actor: Actor, cursor?: string): Promise<ChatListPage> {
  const after = cursor ? decodeCursor(cursor) : null;
  if (after && !after.ok) throw new AppError("INVALID_INPUT", { field: "after", message: after.error });
  const owner = ownerOf(actor);
  if (!owner) return { chats: [], next: null };
  const rows = await listChatsOf(owner, after?.value ?? null, PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    chats: shown.map(({ id, title, updatedAt }) => ({
      id: id as ChatId,
      title,
      updatedAt: updatedAt.toISOString(),
    })),
    next: last && rows.length > PAGE_SIZE ? encodeCursor({ at: last.updatedAt, id: last.id }) : null,
  };
}

/**
 * A chat with all its messages. An answer whose process has gone is shown as broken off. Throws NOT_FOUND where there
 * is no such chat or it is not the actor's.
 */
export async function readChat(
  actor: Actor,
  id: ChatId,
  readBuild: AttachedBuildReader = readAttachedBuild,
): Promise<ChatView> {
  const chat = await ownChat(actor, id);
  const [messages, build] = await Promise.all([
    readMessages(id),
    chat.buildSlug === null ? null : readBuild(actor, chat.buildSlug),
  ]);
  return {
    id,
    title: chat.title,
    build: build && { slug: build.slug, name: build.name },
    messages: messages.map(messageView),
  };
}

/** Deletes a chat for good; an answer that is being written to it is stopped. Throws NOT_FOUND as {@link readChat}. */
export async function deleteChat(actor: Actor, id: ChatId): Promise<void> {
  await ownChat(actor, id);
  await stopWriting(id);
  await deleteChatRow(id);
}

/**
 * Has the facts of a build go to the model from the next question on; null detaches. The build is read with the
 * actor's rights, now and again at every question. Throws NOT_FOUND for the chat as for the build.
 */
export async function attachBuild(
  actor: Actor,
  id: ChatId,
  slug: string | null,
  readBuild: AttachedBuildReader = readAttachedBuild,
): Promise<{ slug: string; name: string } | null> {
  await ownChat(actor, id);
  const build = slug === null ? null : await requireBuild(actor, slug, readBuild);
  await updateChatBuild(id, build?.id ?? null);
  return build && { slug: build.slug, name: build.name };
}

/**
 * Stops the answer that is being written in a chat, if there is one: at once where this process writes it, within a
 * second where another does. Resolves when the last words are saved. Throws NOT_FOUND as {@link readChat}.
 */
export async function stopAnswer(actor: Actor, id: ChatId): Promise<void> {
  await ownChat(actor, id);
  await stopWriting(id);
}

/** Gives the chats a visitor had to the account that the same person signed in with. Returns how many. */
export function claimVisitorChats(user: Actor, visitorHash: string): Promise<number> {
  if (user.kind !== "user")
    throw new AppError("UNAUTHENTICATED", { message: "Sign in to keep these chats." });
  return moveChats(visitorHash, user.userId);
}

/** The actor's own chat. A stranger gets the same answer as for a chat that does not exist. */
export async function ownChat(actor: Actor, id: ChatId): Promise<ChatWithBuildRow> {
  const chat = await findChat(id);
  if (!chat || !owns(actor, chat)) {
    throw new AppError("NOT_FOUND", {
      message: "There is no such chat. It may have been deleted, or belong to another account or browser.",
    });
  }
  return chat;
}

/** A build to attach. Throws NOT_FOUND on the field `build`. */
export async function requireBuild(
  actor: Actor,
  slug: string,
  readBuild: AttachedBuildReader = readAttachedBuild,
): Promise<AttachedBuild> {
  const build = await readBuild(actor, slug);
  if (build) return build;
  throw new AppError("NOT_FOUND", {
    field: "build",
    message: `There is no build at /b/${slug}. It may have been deleted or made private.`,
  });
}

export function requireOwner(actor: Actor): ChatOwner {
  const owner = ownerOf(actor);
  if (owner) return owner;
  throw new AppError("UNAUTHENTICATED", {
    message: "A chat is kept under a cookie of this browser. Allow cookies for this site, or sign in.",
  });
}

export function messageView(row: ChatMessageRow): ChatMessageView {
  const failureCode = failureCodeOf(row);
  return {
    id: row.id,
    role: row.role as ChatMessageView["role"],
    text: row.content,
    status: row.status as MessageStatus,
    failure: failureCode && describeFailure(failureCode, env().ollamaChatModel),
    cutShort: row.cutShort,
  };
}

async function stopWriting(chatId: string): Promise<void> {
  const running = (await stopAnswers(chatId)).flatMap((answerId) => runningAnswers().get(answerId) ?? []);
  for (const answer of running) answer.stop();
  const lastWords = Promise.all(running.map(({ ended }) => ended));
  await Promise.race([lastWords, new Promise((resolve) => setTimeout(resolve, STOP_WAIT_MS).unref())]);
}
