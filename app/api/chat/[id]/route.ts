import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { attachBuildSchema, chatIdSchema } from "#lib/chat/schema.ts";
import { attachBuild, deleteChat, readChat } from "#lib/chat/service.ts";

const params = z.object({ id: chatIdSchema });

export const GET = route({ params }, async ({ actor, params: { id } }) => ({
  chat: await readChat(actor, id),
}));

export const PATCH = route(
  { params, body: attachBuildSchema, rateLimit: "api" },
  async ({ actor, params: { id }, body }) => ({ build: await attachBuild(actor, id, body.build) }),
);

export const DELETE = route({ params, rateLimit: "api" }, ({ actor, params: { id } }) =>
  deleteChat(actor, id),
);
