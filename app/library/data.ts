import { redirect } from "next/navigation";
import { type LibraryFilter, libraryQueryString, parseLibraryFilter } from "#lib/builds/library/schema.ts";
import { libraryOptions } from "#lib/builds/library/service.ts";
import type { LibraryOptions, LibraryPage } from "#lib/builds/library/view.ts";
import { AppError } from "#lib/shared/app-error.ts";

export type LibrarySearch = Promise<Record<string, string | string[] | undefined>>;

export interface ReadLibrary {
  readonly filter: LibraryFilter;
  readonly options: LibraryOptions;
  /** Null where the search was refused, or was not made. */
  readonly page: LibraryPage | null;
  /** What is wrong with the address, in words for the reader. */
  readonly problem: string | null;
}

/**
 * Reads a search out of the address and makes it. An address with empty fields, as a form without JavaScript sends it,
 * leads to the same one without them.
 */
export async function readLibrary(
  action: string,
  query: Awaited<LibrarySearch>,
  search: (filter: LibraryFilter) => Promise<LibraryPage | null>,
): Promise<ReadLibrary> {
  const options = libraryOptions();
  const parsed = parseLibraryFilter(query);
  if (!parsed.ok) return { filter: {}, options, page: null, problem: parsed.error };
  const filter = parsed.value;
  if (Object.values(query).includes("")) {
    redirect(`${action}${libraryQueryString(filter, { after: filter.after })}`);
  }
  try {
    return { filter, options, page: await search(filter), problem: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "INVALID_INPUT") throw error;
    return { filter, options, page: null, problem: error.message };
  }
}
