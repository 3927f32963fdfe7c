import type { Actor } from "#lib/accounts/actor.ts";
import type { Database } from "#lib/platform/db/client.ts";
import { logFailure } from "#lib/platform/log.ts";
import type { BuildPage } from "../view.ts";
import { deleteViewersBefore, type SeenBuild, saltOfDay, writeViews } from "./view-repository.ts";
import { dayOf, isRobot, type Visitor, viewerOf } from "./visitor.ts";

/** Views are written together, this long after the first of them. */
const WRITE_AFTER_MS = 5_000;
/** At most so many wait; in a rush beyond that views are lost rather than memory. */
const MOST_WAITING = 10_000;

let salt: { readonly day: string; readonly bytes: Promise<Uint8Array> } | undefined;
const waiting = new Map<string, SeenBuild>();
let timer: NodeJS.Timeout | undefined;

/**
 * Counts a visitor of a build, once a day, unless it is the owner or a program. To be called after the page was sent.
 * What is counted is written a few seconds later together with others; a server that ends before that loses it.
 */
export async function countView(
  actor: Actor,
  build: Pick<BuildPage, "id" | "isOwner">,
  visitor: Visitor,
  now = new Date(),
): Promise<void> {
  if (build.isOwner || isRobot(visitor) || waiting.size >= MOST_WAITING) return;
  const day = dayOf(now);
  // A person who is signed in is the same one in every browser.
  const known = actor.kind === "user" ? { address: actor.userId, userAgent: "" } : visitor;
  const viewer = viewerOf(await saltOf(day), known);
  waiting.set(`${day} ${build.id} ${viewer.toString("hex")}`, { day, buildId: build.id, viewer });
  timer ??= setTimeout(
    () => void flushViews().catch((error) => logFailure(error, "views lost")),
    WRITE_AFTER_MS,
  );
  timer.unref();
}

/** Writes the views that wait. */
export async function flushViews(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const seen = [...waiting.values()];
  waiting.clear();
  await writeViews(seen);
}

/** Forgets who came before today; returns how many lines. */
export function forgetViewers(database: Database, now = new Date()): Promise<number> {
  return deleteViewersBefore(database, dayOf(now));
}

function saltOf(day: string): Promise<Uint8Array> {
  if (salt?.day !== day) {
    const bytes = saltOfDay(day);
    salt = { day, bytes };
    bytes.catch(() => {
      salt = undefined;
    });
  }
  return salt.bytes;
}
