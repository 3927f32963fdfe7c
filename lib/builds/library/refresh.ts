import type { Database } from "#lib/platform/db/client.ts";
import { rowDetails } from "../details/row-details.ts";
import { gameData } from "../game-data.ts";
import { storedDigests } from "../outdated/reference-digests.ts";
import { parseLoadout } from "../parse-loadout.ts";
import { listWithOtherStamp, type StaleBuildRow, writeSearchDocument } from "./library-repository.ts";
import {
  type KnownBefore,
  referenceNames,
  type SearchDocument,
  searchDocument,
  searchStamp,
} from "./search-document.ts";

const BATCH = 200;

/**
 * Makes the search documents of builds that have none or one of other game data, `most` at the most; returns how many.
 * Safe to run again, cut short, and beside players who save: what is done stays done, and what a player saves meanwhile
 * is left alone.
 */
export async function refreshSearchDocuments(
  database: Database,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const stamp = searchStamp(gameData().catalog);
  let done = 0;
  while (done < most) {
    const limit = Math.min(BATCH, most - done);
    const rows = await listWithOtherStamp(database, stamp, limit);
    for (const row of rows) await writeSearchDocument(database, row, documentOf(row, stamp));
    done += rows.length;
    if (rows.length < limit) break;
  }
  return done;
}

function documentOf(row: StaleBuildRow, stamp: string): Partial<SearchDocument> {
  const loadout = parseLoadout(row.loadout);
  if (!loadout.ok) return unreadable(stamp);
  const known: KnownBefore = {
    referenceNames: referenceNames(row.referenceNames),
    isOutdatedInSource: row.exampleOutdated === true,
    digests: storedDigests(row.referenceDigests),
    details: rowDetails(row),
  };
  return searchDocument(loadout.value, gameData().catalog, known);
}

/** A loadout of another version of the app: found by its name only. */
function unreadable(searchStamp: string): Partial<SearchDocument> {
  return { searchWords: "", tagWords: "", noteWords: "", facets: [], missing: [], changed: [], searchStamp };
}
