import { createUIMessageStreamResponse } from "ai";
import { route, visitorRoute } from "#app/actor-route.ts";
import type { Actor } from "#lib/accounts/actor.ts";
import { ask } from "#lib/chat/ask.ts";
import { askSchema, listChatsSchema } from "#lib/chat/schema.ts";
import { listChats } from "#lib/chat/service.ts";
import { clientAddress } from "#lib/platform/rate-limit/client-address.ts";
import { requireRateLimit } from "#lib/platform/rate-limit/rate-limit.ts";

export const GET = route({ query: listChatsSchema, rateLimit: "api" }, ({ actor, query }) =>
  listChats(actor, query.after),
);

/** A question; the answer is streamed. The request's end is the reader's leaving and stops the model. */
export const POST = visitorRoute({ body: askSchema }, async ({ actor, body, request }) => {
  await limitMessages(actor, request.headers);
  return createUIMessageStreamResponse({ stream: await ask(actor, body, request.signal) });
});

async function limitMessages(actor: Actor, headers: Headers): Promise<void> {
  await requireRateLimit("chatMessagePerAddress", clientAddress(headers));
  if (actor.kind === "user") await requireRateLimit("chatMessagePerUser", actor.userId);
  else if (actor.visitorHash) await requireRateLimit("chatMessagePerVisitor", actor.visitorHash);
}
