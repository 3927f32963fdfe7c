import { z } from "zod";
import { SITE_PATHS, type SitemapEntry, sitemapIndexXml, sitemapXml } from "./sitemap.ts";
import { findPage, findPageEnds } from "./sitemap-repository.ts";

const PAGE_SIZE = 10_000;
const FIRST = "first";

/** Path of a list of builds, from behind the build `after`. */
export function sitemapPagePath(after: string | null): string {
  return `/sitemaps/${after ?? FIRST}.xml`;
}

/** The list of lists of public builds. New builds go into the last; each list is whole from where its address begins. */
export async function readSitemapIndex(origin: string): Promise<string> {
  const ends = await findPageEnds(PAGE_SIZE);
  return sitemapIndexXml(
    [null, ...ends].map((after) => ({ address: origin + sitemapPagePath(after), changedAt: null })),
  );
}

/** One list by the last part of its path; null where it names none. The first holds the pages of the site too. */
export async function readSitemapPage(origin: string, name: string): Promise<string | null> {
  const [, key = ""] = /^([\w-]+)\.xml$/.exec(name) ?? [];
  if (key !== FIRST && !z.uuid().safeParse(key).success) return null;
  const rows = await findPage(key === FIRST ? null : key, PAGE_SIZE);
  const site: SitemapEntry[] =
    key === FIRST ? SITE_PATHS.map((path) => ({ address: origin + path, changedAt: null })) : [];
  return sitemapXml([
    ...site,
    ...rows.map(({ slug, updatedAt }) => ({ address: `${origin}/b/${slug}`, changedAt: updatedAt })),
  ]);
}
