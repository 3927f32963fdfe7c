import type { z } from "zod";
import { AppError } from "#lib/shared/app-error.ts";

/** Checks what came from outside against its schema. Throws AppError INVALID_INPUT naming the first field at fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError("INVALID_INPUT", {
    message: issue?.message ?? "The input is not valid.",
    field: issue?.path.join(".") || undefined,
  });
}
