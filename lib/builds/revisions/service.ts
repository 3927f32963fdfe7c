import type { Actor } from "#lib/accounts/actor.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { storedLoadout } from "../build-page.ts";
import { gameData } from "../game-data.ts";
import { findOwn, storeLoadout } from "../own-build.ts";
import type { BuildHistory, RevisionComparison } from "../view.ts";
import { loadoutDifferences } from "./loadout-differences.ts";
import { findRevisions, listRevisions } from "./revision-repository.ts";

/** Two revisions by their numbers. */
export interface RevisionPair {
  readonly from: number;
  readonly to: number;
}

/**
 * All states of a build, for its owner: earlier ones may come from before it was public. `pair` is compared. Throws
 * NOT_FOUND where the build is not the actor's own or has no such revision.
 */
export async function readHistory(
  actor: Actor,
  slug: string,
  pair: RevisionPair | null,
): Promise<BuildHistory> {
  const { row } = await findOwn(actor, slug);
  const [revisions, comparison] = await Promise.all([
    listRevisions(row.id),
    pair && compareRevisions(row.id, pair),
  ]);
  return { slug: row.slug, name: row.name, current: row.revision, revisions, comparison };
}

/**
 * Makes the loadout of an earlier revision the present one, as a new revision; returns its number. Throws NOT_FOUND
 * where the build is not the actor's own or has no such revision.
 */
export async function restoreRevision(
  actor: Actor,
  { slug, number }: { slug: string; number: number },
): Promise<number> {
  const { row, ownerId } = await findOwn(actor, slug);
  const [revision] = await findRevisions(row.id, [number]);
  if (!revision) throw noSuchRevision(number);
  return storeLoadout(row, ownerId, {
    loadout: storedLoadout(revision.loadout),
    chatLink: revision.chatLink,
    note: `Revision ${number} restored`,
  });
}

async function compareRevisions(buildId: string, { from, to }: RevisionPair): Promise<RevisionComparison> {
  const found = await findRevisions(buildId, [from, to]);
  const loadoutOf = (number: number) => {
    const revision = found.find((one) => one.number === number);
    if (!revision) throw noSuchRevision(number);
    return storedLoadout(revision.loadout);
  };
  const differences = loadoutDifferences(loadoutOf(from), loadoutOf(to), gameData().catalog);
  return { from, to, differences };
}

function noSuchRevision(number: number): AppError {
  return new AppError("NOT_FOUND", { message: `This build has no revision ${number}.` });
}
