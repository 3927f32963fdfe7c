import type { Actor } from "#lib/accounts/actor.ts";
import type { AnswerOutcome } from "#lib/ai/answer.ts";
import { type AiFailureCode, isAiFailureCode } from "#lib/ai/failure.ts";
import type { ChatMessageRow, ChatRow } from "#lib/platform/db/schema/chats.ts";
import type { MessageStatus } from "./view.ts";

/** Messages of one chat, answers included. */
export const MAX_MESSAGES_PER_CHAT = 400;

export const MAX_CHATS = { user: 500, visitor: 50 } as const satisfies Record<Actor["kind"], number>;

/** A running answer says so every second; one that has been silent for so long has lost its process. */
export const LOST_AFTER_SECONDS = 30;

export const UNTITLED = "New chat";

const MAX_TITLE_LENGTH = 60;

/** Whose chats an actor has: those of the account, or of the visitor cookie. */
export type ChatOwner = { readonly userId: string } | { readonly visitorHash: string };

/** Null for a visitor who has no cookie: such a one owns nothing. */
export function ownerOf(actor: Actor): ChatOwner | null {
  if (actor.kind === "user") return { userId: actor.userId };
  return actor.visitorHash === null ? null : { visitorHash: actor.visitorHash };
}

export function owns(actor: Actor, chat: Pick<ChatRow, "userId" | "visitorHash">): boolean {
  if (actor.kind === "user") return chat.userId === actor.userId;
  return actor.visitorHash !== null && chat.visitorHash === actor.visitorHash;
}

/** Key under which an actor's questions are counted. */
export function personKey(owner: ChatOwner): string {
  return "userId" in owner ? `user:${owner.userId}` : `visitor:${owner.visitorHash}`;
}

/** What a chat is called in the list: the first line of its first message, cut between words. */
export function titleOf(text: string): string {
  const line = text.trim().split("\n")[0]?.replace(/\s+/g, " ").trim() ?? "";
  if (line.length <= MAX_TITLE_LENGTH) return line || UNTITLED;
  const cut = line.slice(0, MAX_TITLE_LENGTH);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > MAX_TITLE_LENGTH / 2 ? space : MAX_TITLE_LENGTH)}…`;
}

export interface EndedAnswer {
  readonly status: Exclude<MessageStatus, "writing">;
  readonly errorCode: AiFailureCode | null;
  readonly cutShort: boolean;
}

/** What is kept of how an answer ended. */
export function endOf(outcome: AnswerOutcome): EndedAnswer {
  if (outcome === "complete" || outcome === "stopped") {
    return { status: outcome, errorCode: null, cutShort: false };
  }
  if (outcome === "length") return { status: "complete", errorCode: null, cutShort: true };
  return { status: "failed", errorCode: outcome, cutShort: false };
}

/** Why a stored answer failed; null where it did not. */
export function failureCodeOf(row: Pick<ChatMessageRow, "status" | "errorCode">): AiFailureCode | null {
  if (row.status !== "failed") return null;
  return isAiFailureCode(row.errorCode) ? row.errorCode : "UNKNOWN";
}
