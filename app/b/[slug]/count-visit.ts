import { headers } from "next/headers";
import { after } from "next/server";
import { currentActor } from "#lib/accounts/session.ts";
import type { BuildPage } from "#lib/builds/view.ts";
import { countView } from "#lib/builds/views/service.ts";
import { logFailure } from "#lib/platform/log.ts";
import { clientAddress } from "#lib/platform/rate-limit/client-address.ts";

/** Counts the visitor of a build once the page is sent, so that nobody waits for it. Not what a browser fetches ahead. */
export async function countVisit(build: Pick<BuildPage, "id" | "isOwner">): Promise<void> {
  const [actor, sent] = await Promise.all([currentActor(), headers()]);
  if (/prefetch|prerender/.test(`${sent.get("sec-purpose")} ${sent.get("purpose")}`)) return;
  const visitor = { address: clientAddress(sent), userAgent: sent.get("user-agent") ?? "" };
  after(() => countView(actor, build, visitor).catch((error) => logFailure(error, "view not counted")));
}
