import type { z } from "zod";
import { AppError } from "#lib/shared/app-error.ts";
import { plainWords } from "./plain-words.ts";

/** Checks what came from outside against its schema. Throws AppError INVALID_INPUT naming the first field at fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: plainWords });
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error);
}

/** The refusal that says of what a schema found wrong the first thing. */
export function invalidInput(error: z.ZodError): AppError {
  const issue = error.issues[0];
  return new AppError("INVALID_INPUT", {
    message: issue?.message ?? "The input is not valid.",
    field: issue?.path.join(".") || undefined,
  });
}

/** The first message of every field that a schema found wrong. */
export function fieldMessages(error: z.ZodError): Readonly<Record<string, string>> {
  const messages = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const field = path.join(".");
    if (field !== "" && !messages.has(field)) messages.set(field, message);
  }
  return Object.fromEntries(messages);
}
