import type { LoadedCatalog } from "#lib/catalog/catalog.ts";
import {
  loadGearTables,
  loadMechanicsIndex,
  loadNotModelled,
  loadTemplates,
  templateSource,
} from "#lib/catalog/mechanics/load.ts";
import type { LoadoutData } from "#lib/engine/loadout-numbers.ts";

/** Age of the facts behind a report. */
export interface ReportSources {
  /** Newest date of the game data; null if it states none. */
  readonly gameData: string | null;
  /** Sources of what effects do to numbers. */
  readonly mechanics: readonly SourceDate[];
  readonly templates: SourceDate;
}

export interface SourceDate {
  readonly title: string;
  /** ISO day. */
  readonly date: string;
}

/** What `buildReport` reads. */
export interface ReportData extends LoadoutData {
  readonly catalog: LoadedCatalog;
  readonly sources: ReportSources;
}

let made: ReportData | undefined;

/** The committed mechanics and templates beside a catalogue; made once for each catalogue. Throws if the data is not valid. */
export function reportData(catalog: LoadedCatalog): ReportData {
  if (made?.catalog !== catalog) made = readReportData(catalog);
  return made;
}

function readReportData(catalog: LoadedCatalog): ReportData {
  const index = loadMechanicsIndex();
  return {
    catalog,
    facts: catalog,
    index,
    tables: loadGearTables(),
    templates: loadTemplates(),
    notModelled: loadNotModelled(),
    sources: {
      gameData: catalog.manifest.dataDate,
      mechanics: Object.values(index.mechanics.sources).map(({ title, date }) => ({ title, date })),
      templates: templateSource(),
    },
  };
}
