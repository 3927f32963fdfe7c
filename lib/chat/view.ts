import type { UIMessage } from "ai";
import type { AnswerPhase } from "#lib/ai/answer-phase.ts";
import type { AiFailure } from "#lib/ai/failure.ts";
import type { ChatId } from "#lib/shared/ids.ts";

/** What pages and the browser see of chats. Free of server code and of zod, to keep the page light. */

/** Characters of one message; about a thousand tokens of the model's eight thousand. */
export const MAX_MESSAGE_LENGTH = 4000;

export type MessageStatus = "writing" | "complete" | "stopped" | "failed";

export interface ChatMessageView {
  readonly id: string;
  readonly role: "user" | "assistant";
  readonly text: string;
  readonly status: MessageStatus;
  /** Only where status is `failed`. */
  readonly failure: AiFailure | null;
  /** The model reached its limit before it came to an end. */
  readonly cutShort: boolean;
}

/** The build whose facts go to the model. */
export interface AttachedBuildView {
  readonly slug: string;
  readonly name: string;
}

export interface ChatView {
  readonly id: ChatId;
  readonly title: string;
  readonly build: AttachedBuildView | null;
  readonly messages: readonly ChatMessageView[];
}

export interface ChatListItem {
  readonly id: ChatId;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
}

/** One page of a list, newest first; `next` is the cursor of the following one. */
export interface ChatListPage {
  readonly chats: readonly ChatListItem[];
  readonly next: string | null;
}

export type AnswerMetadata = Pick<ChatMessageView, "status" | "failure" | "cutShort">;

/** Messages as they travel to the browser while an answer is written; `kept` says that the question is saved. */
export type ChatUiMessage = UIMessage<
  AnswerMetadata,
  { kept: { chatId: ChatId }; phase: AnswerPhase; build: AttachedBuildView }
>;

export function toUiMessage({ id, role, text, status, failure, cutShort }: ChatMessageView): ChatUiMessage {
  return { id, role, parts: [{ type: "text", text }], metadata: { status, failure, cutShort } };
}

/** The slug of the first link to one of our build pages in a text, or null. Whole addresses and bare paths count. */
export function findBuildLink(text: string): string | null {
  return (
    /(?:^|[\s(<"'])(?:https?:\/\/[^\s/]+)?\/b\/([\w-]{1,100})(?=$|[\s)>"'.,;:!?#/])/.exec(text)?.[1] ?? null
  );
}
