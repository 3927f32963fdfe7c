import type { UIMessage } from "ai";
import { z } from "zod";
import type { AnswerPhase } from "#lib/ai/answer-phase.ts";
import type { AiFailure } from "#lib/ai/failure.ts";
import type { ChatId } from "#lib/shared/ids.ts";

/** Characters of one message; about a thousand tokens of the model's eight thousand. */
export const MAX_MESSAGE_LENGTH = 4000;

export const chatIdSchema = z
  .uuid({ error: "This is not the id of a chat." })
  .transform((id) => id.toLowerCase() as ChatId);

export const messageTextSchema = z
  .string({ error: "Write a message first." })
  .trim()
  .min(1, "Write a message first.")
  .max(
    MAX_MESSAGE_LENGTH,
    `A message has at most ${MAX_MESSAGE_LENGTH} characters. Shorten it or send it in parts.`,
  );

/** Last part of a build's public address. */
export const buildSlugSchema = z
  .string({ error: "Give the address of a build, such as /b/heal-firebrand-x2k9." })
  .regex(/^[\w-]{1,100}$/, "Give the address of a build, such as /b/heal-firebrand-x2k9.");

/** One question to the model: a new message, or the last one once more. */
export const askSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("message"),
    chatId: chatIdSchema,
    text: messageTextSchema,
    /** The chat does not exist yet: this message opens it, under the id that the page was given. */
    opens: z.boolean().default(false),
    /** Build to attach from this message on. */
    build: buildSlugSchema.optional(),
  }),
  z.object({ kind: z.literal("again"), chatId: chatIdSchema }),
]);

export type AskInput = z.output<typeof askSchema>;
export type AskBody = z.input<typeof askSchema>;

export const attachBuildSchema = z.object({ build: buildSlugSchema.nullable() });

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

/** Messages as they travel to the browser while an answer is written. */
export type ChatUiMessage = UIMessage<AnswerMetadata, { phase: AnswerPhase; build: AttachedBuildView }>;

export function toUiMessage({ id, role, text, status, failure, cutShort }: ChatMessageView): ChatUiMessage {
  return { id, role, parts: [{ type: "text", text }], metadata: { status, failure, cutShort } };
}

/** The slug of the first link to one of our build pages in a text, or null. Whole addresses and bare paths count. */
export function findBuildLink(text: string): string | null {
  return (
    /(?:^|[\s(<"'])(?:https?:\/\/[^\s/]+)?\/b\/([\w-]{1,100})(?=$|[\s)>"'.,;:!?#/])/.exec(text)?.[1] ?? null
  );
}
