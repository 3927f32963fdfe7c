import { redirect } from "next/navigation";
import { currentActor } from "#lib/accounts/session.ts";
import {
  type CompareQuery,
  compareHref,
  MOST_COMPARED,
  parseCompareQuery,
  referencesOf,
} from "#lib/builds/compare/schema.ts";
import { compareBuilds, findToAdd, type ReadComparison } from "#lib/builds/compare/service.ts";
import type { FoundToAdd } from "#lib/builds/compare/view.ts";

export type CompareSearch = Promise<Record<string, string | string[] | undefined>>;

export interface ReadComparePage extends ReadComparison {
  readonly query: CompareQuery;
  readonly found: FoundToAdd | null;
}

/** What is wrong with an address, and where the same builds are compared under the usual assumptions. */
export interface RefusedAddress {
  readonly problem: string;
  readonly usual: string;
}

/** Reads a comparison out of the address and makes it, or says what is wrong with the address. */
export async function readCompare(search: CompareSearch): Promise<ReadComparePage | RefusedAddress> {
  const given = await search;
  const parsed = parseCompareQuery(given);
  if (!parsed.ok) {
    const builds = new URLSearchParams(referencesOf(given.b).map((build) => ["b", build]));
    return { problem: parsed.error, usual: `/compare?${builds}` };
  }
  const query = parsed.value;
  // A form names every amount; the address keeps those that are not as usual.
  if (given.set !== undefined) redirect(compareHref(query));
  const actor = await currentActor();
  const found = query.add && query.builds.length < MOST_COMPARED ? await findToAdd(actor, query.add) : null;
  if (found?.kind === "build") redirect(compareHref(query, { builds: [...query.builds, found.reference] }));
  return { query, found, ...(await compareBuilds(actor, query)) };
}
