import { z } from "zod";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { MODERATION_VERDICTS, REPORT_REASONS } from "#lib/shared/moderation.ts";

const text = (what: string, most: number) =>
  z
    .string({ error: `Write ${what}.` })
    .trim()
    .max(most, `Shorten ${what} to ${most} characters.`);

/** What a player tells the moderators of a build. */
export const reportBuildSchema = z.object({
  slug: buildSlugSchema,
  reason: z.enum(REPORT_REASONS, { error: "Choose what is wrong." }),
  details: text("what you want to say", 1000).default(""),
});

/** What a moderator decides on a build. */
export const decideSchema = z
  .object({
    buildId: z.uuid({ error: "Name a build." }),
    verdict: z.enum(MODERATION_VERDICTS, { error: "Choose a decision." }),
    note: text("your reasons", 1000).default(""),
  })
  .refine(({ verdict, note }) => verdict === "dismiss" || note.length > 0, {
    path: ["note"],
    message: "Give your reasons: the owner of the build and the other moderators read them.",
  });

export type ReportBuildInput = z.infer<typeof reportBuildSchema>;
export type DecideInput = z.infer<typeof decideSchema>;
