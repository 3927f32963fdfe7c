import { z } from "zod";
import type { ChatId } from "#lib/shared/ids.ts";
import { MAX_MESSAGE_LENGTH } from "./view.ts";

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

export const listChatsSchema = z.object({ after: z.string().max(80).optional() });
