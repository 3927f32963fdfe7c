import { createHash } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { UserId } from "#lib/shared/ids.ts";
import type { Actor } from "./actor.ts";
import { auth } from "./auth.ts";

/** Random cookie of a visitor without an account. It is a key to the visitor's own chats and says nothing else. */
const VISITOR_COOKIE = "gw2optimizer-visitor";
const YEAR_SECONDS = 31_536_000;
const VISITOR_TOKEN = /^[0-9a-f-]{36}$/;

/** Who sent this request. Looked up once per request; for pages, route handlers and server actions. */
export const currentActor = cache(async (): Promise<Actor> => {
  const session = await auth();
  if (session?.user.id) {
    const { id, name, role } = session.user;
    return { kind: "user", userId: id as UserId, displayName: name, role };
  }
  const token = (await cookies()).get(VISITOR_COOKIE)?.value;
  return { kind: "visitor", visitorHash: token && VISITOR_TOKEN.test(token) ? hashToken(token) : null };
});

/** As {@link currentActor}, and gives a visitor the cookie where it is missing. Route handlers and actions only. */
export async function ensureVisitor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor.kind === "user" || actor.visitorHash !== null) return actor;
  const token = crypto.randomUUID();
  (await cookies()).set(VISITOR_COOKIE, token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: YEAR_SECONDS,
    secure: (await headers()).get("x-forwarded-proto") === "https",
  });
  return { kind: "visitor", visitorHash: hashToken(token) };
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
