import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/accounts/actor.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { rowDetails } from "./details/row-details.ts";
import type { BuildDetails } from "./details/schema.ts";
import { gameData } from "./game-data.ts";
import { referenceNames, searchDocument } from "./library/search-document.ts";
import type { Loadout } from "./loadout.ts";
import { storedDigests } from "./outdated/reference-digests.ts";
import { mayChange, mayRead } from "./policy.ts";
import { type BuildWithOwnerRow, findBuildBySlug, updateDetailsRow, updateLoadoutRow } from "./repository.ts";

/** A build that the actor may read. Throws NOT_FOUND where there is none or the actor may not know of it. */
export async function findReadable(actor: Actor, slug: string): Promise<BuildWithOwnerRow> {
  const row = await findBuildBySlug(slug);
  if (!row || !mayRead(actor, row)) throw buildNotFound();
  return row;
}

/** A build that the actor may change. A stranger gets the same answer as for a build that does not exist. */
export async function findOwn(
  actor: Actor,
  slug: string,
): Promise<{ row: BuildWithOwnerRow; ownerId: string }> {
  const row = await findBuildBySlug(slug);
  if (!row?.ownerId || !mayChange(actor, row)) throw buildNotFound();
  return { row, ownerId: row.ownerId };
}

interface ChangedLoadout {
  readonly loadout: Loadout;
  readonly chatLink: string;
  readonly note: string | null;
  /** What is now said of it; undefined leaves it as it is. */
  readonly details?: BuildDetails | undefined;
  /** Revision it was made from; undefined where whatever is there may be replaced. */
  readonly basedOn?: number | undefined;
}

/**
 * Keeps a changed loadout as the next revision and returns its number. One that is the same as before makes no revision:
 * changed details alone are written to the build as it is.
 * Throws CONFLICT where the build has changed since revision `basedOn`.
 */
export async function storeLoadout(
  row: BuildWithOwnerRow,
  ownerId: string,
  { basedOn, ...changed }: ChangedLoadout,
): Promise<number> {
  if (basedOn !== undefined && basedOn !== row.revision) throw changedMeanwhile();
  const details = changed.details ?? rowDetails(row);
  if (isDeepStrictEqual(changed.loadout, row.loadout)) {
    await storeDetails(row, ownerId, changed.loadout, details);
    return row.revision;
  }
  const document = searchDocument(changed.loadout, gameData().catalog, {
    referenceNames: referenceNames(row.referenceNames),
    isOutdatedInSource: false,
    digests: null,
    details,
  });
  const number = await updateLoadoutRow(row.id, ownerId, { ...changed, basedOn, document });
  if (number !== null) return number;
  throw basedOn === undefined ? buildNotFound() : changedMeanwhile();
}

/**
 * Writes what an author says of a build, without a new revision. Throws CONFLICT where the build was changed since the
 * row was read.
 */
export async function storeDetails(
  row: BuildWithOwnerRow,
  ownerId: string,
  loadout: Loadout,
  details: BuildDetails,
): Promise<void> {
  if (isDeepStrictEqual(details, rowDetails(row))) return;
  const document = searchDocument(loadout, gameData().catalog, {
    referenceNames: referenceNames(row.referenceNames),
    isOutdatedInSource: row.exampleOutdated === true,
    // The loadout is as old as it was.
    digests: storedDigests(row.referenceDigests),
    details,
  });
  if (!(await updateDetailsRow(row, ownerId, { details, document }))) throw changedMeanwhile();
}

export function buildNotFound(): AppError {
  return new AppError("NOT_FOUND", {
    message: "There is no build at this address. It may have been deleted or made private.",
  });
}

export function changedMeanwhile(): AppError {
  return new AppError("CONFLICT", {
    message: "This build was changed elsewhere in the meantime. Compare both before you save.",
  });
}
