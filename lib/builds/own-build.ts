import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/accounts/actor.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { gameData } from "./game-data.ts";
import { referenceNames, searchDocument } from "./library/search-document.ts";
import type { Loadout } from "./loadout.ts";
import { mayChange, mayRead } from "./policy.ts";
import { type BuildWithOwnerRow, findBuildBySlug, updateLoadoutRow } from "./repository.ts";

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
  /** Revision it was made from; undefined where whatever is there may be replaced. */
  readonly basedOn?: number | undefined;
}

/**
 * Keeps a changed loadout as the next revision and returns its number; one that is the same as before changes nothing.
 * Throws CONFLICT where the build has changed since revision `basedOn`.
 */
export async function storeLoadout(
  row: BuildWithOwnerRow,
  ownerId: string,
  { basedOn, ...changed }: ChangedLoadout,
): Promise<number> {
  if (basedOn !== undefined && basedOn !== row.revision) throw changedMeanwhile();
  if (isDeepStrictEqual(changed.loadout, row.loadout)) return row.revision;
  const document = searchDocument(changed.loadout, gameData().catalog, {
    referenceNames: referenceNames(row.referenceNames),
    isOutdatedInSource: false,
    digests: null,
  });
  const number = await updateLoadoutRow(row.id, ownerId, { ...changed, basedOn, document });
  if (number !== null) return number;
  throw basedOn === undefined ? buildNotFound() : changedMeanwhile();
}

export function buildNotFound(): AppError {
  return new AppError("NOT_FOUND", {
    message: "There is no build at this address. It may have been deleted or made private.",
  });
}

function changedMeanwhile(): AppError {
  return new AppError("CONFLICT", {
    message: "This build was changed elsewhere in the meantime. Compare both before you save.",
  });
}
