import { z } from "zod";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";

/** To whom an owner offers a build: an email address, or the name that the player shows to others. */
export const offerBuildSchema = z.object({
  slug: buildSlugSchema,
  to: z
    .string({ error: "Enter a name or an email address." })
    .trim()
    .min(1, "Enter a name or an email address.")
    .max(254, "A name or email address has at most 254 characters."),
});

const offerId = z.uuid({ error: "Name an offer." });

export const withdrawOfferSchema = z.object({ offerId });

export const answerOfferSchema = z.object({ offerId, answer: z.enum(["accept", "decline"]) });

export type OfferBuildInput = z.infer<typeof offerBuildSchema>;
export type AnswerOfferInput = z.infer<typeof answerOfferSchema>;
