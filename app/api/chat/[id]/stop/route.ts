import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { chatIdSchema } from "#lib/chat/schema.ts";
import { stopAnswer } from "#lib/chat/service.ts";

/** Answers when the last words have been saved. Not limited: a stop must always go through. */
export const POST = route({ params: z.object({ id: chatIdSchema }) }, ({ actor, params: { id } }) =>
  stopAnswer(actor, id),
);
