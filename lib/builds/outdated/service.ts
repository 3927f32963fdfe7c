import type { Actor } from "#lib/accounts/actor.ts";
import { storedLoadout } from "../build-page.ts";
import { rowDetails } from "../details/row-details.ts";
import { gameData } from "../game-data.ts";
import { referenceNames, searchDocument } from "../library/search-document.ts";
import { buildNotFound, findOwn } from "../own-build.ts";
import { updateDocumentRow } from "../repository.ts";

/**
 * The owner has looked at what changed in the game and stands by the build: from now on it is compared with the game
 * data of today. What has vanished stays named. Throws NOT_FOUND where the build is not the actor's own, or was saved
 * in the same moment.
 */
export async function confirmUpToDate(actor: Actor, slug: string): Promise<void> {
  const { row, ownerId } = await findOwn(actor, slug);
  const document = searchDocument(storedLoadout(row.loadout), gameData().catalog, {
    referenceNames: referenceNames(row.referenceNames),
    isOutdatedInSource: false,
    digests: null,
    details: rowDetails(row),
  });
  if (!(await updateDocumentRow(row, ownerId, document))) throw buildNotFound();
}
