import type { Database } from "#lib/platform/db/client.ts";
import { gameData } from "../game-data.ts";
import { parseLoadout } from "../parse-loadout.ts";
import { listWithOtherStamp, writeSearchDocument } from "./library-repository.ts";
import { referenceNames, type SearchDocument, searchDocument, searchStamp } from "./search-document.ts";

const BATCH = 200;

/**
 * Makes the search documents of all builds that have none or one of other game data; returns how many. Safe to run
 * again, and cut short: what is done stays done.
 */
export async function refreshSearchDocuments(database: Database): Promise<number> {
  const { catalog } = gameData();
  const stamp = searchStamp(catalog);
  let done = 0;
  for (;;) {
    const rows = await listWithOtherStamp(database, stamp, BATCH);
    for (const row of rows) {
      const loadout = parseLoadout(row.loadout);
      const known = {
        referenceNames: referenceNames(row.referenceNames),
        isOutdatedInSource: row.exampleOutdated === true,
      };
      const document = loadout.ok ? searchDocument(loadout.value, catalog, known) : unreadable(stamp, known);
      await writeSearchDocument(database, row.id, document);
    }
    done += rows.length;
    if (rows.length < BATCH) return done;
  }
}

/** A loadout of another version of the app: found by its name only. */
function unreadable(
  stamp: string,
  { referenceNames }: Pick<SearchDocument, "referenceNames">,
): SearchDocument {
  return { searchWords: "", facets: [], referenceNames, missing: [], searchStamp: stamp };
}
