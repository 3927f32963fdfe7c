import { escapeMarkup } from "#lib/platform/http/html.ts";

export interface SitemapEntry {
  readonly address: string;
  readonly changedAt: Date | null;
}

/** Pages of the site that are the same for everybody. */
export const SITE_PATHS = ["/", "/library", "/optimizer", "/compare"] as const;

/** A list of pages as sitemaps.org describes it; at most 50,000 may be in one. */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  return document("urlset", "url", entries);
}

/** The list of lists. */
export function sitemapIndexXml(entries: readonly SitemapEntry[]): string {
  return document("sitemapindex", "sitemap", entries);
}

function document(root: string, item: string, entries: readonly SitemapEntry[]): string {
  const items = entries.map(({ address, changedAt }) => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
    return `<${item}><loc>${escapeMarkup(address)}</loc>${changed}</${item}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items.join("\n")}\n</${root}>\n`;
}
