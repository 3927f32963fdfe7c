import { z } from "zod";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
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

/** One question to the model: a new message, or the last one once more. */
export const askSchema = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("message"),
      chatId: chatIdSchema,
      text: messageTextSchema,
      /** The chat does not exist yet: this message opens it, under the id that the page was given. */
      opens: z.boolean({ error: "Give opens as true or false, or leave it out." }).default(false),
      /** Build to attach from this message on. */
      build: buildSlugSchema.optional(),
    }),
    z.object({ kind: z.literal("again"), chatId: chatIdSchema }),
  ],
  { error: 'Send a JSON object whose kind is "message" or "again".' },
);

export type AskInput = z.output<typeof askSchema>;
export type AskBody = z.input<typeof askSchema>;

export const attachBuildSchema = z.object({ build: buildSlugSchema.nullable() });

export const listChatsSchema = z.object({ after: z.string().max(80).optional() });
