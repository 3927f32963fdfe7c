import { refreshSearchDocuments } from "#lib/builds/library/refresh.ts";
import { emptyBin } from "#lib/builds/service.ts";
import { forgetViewers } from "#lib/builds/views/service.ts";
import type { Job } from "#lib/platform/jobs/run-jobs.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What every server does by itself; the first ones first at the start. */
export const STANDING_JOBS: readonly Job[] = [
  // Hourly, so that what visitors of a day were known by does not outlive the next day by much.
  { name: "forget-viewers", everyMs: HOUR_MS, run: (database) => forgetViewers(database) },
  { name: "empty-bin", everyMs: DAY_MS, run: emptyBin },
  // After an update of the game data every build is gone through; a large library takes minutes.
  { name: "refresh-search-documents", everyMs: DAY_MS, run: (database) => refreshSearchDocuments(database) },
];
