import { escapeMarkup } from "#lib/platform/http/html.ts";
import type { BuildPage } from "../view.ts";
import { buildAddresses } from "./addresses.ts";

/** Size of the frame where the asker has room for it. */
export const EMBED_SIZE = { width: 560, height: 460 } as const;
const CACHE_SECONDS = 3600;

/** An answer of type `rich` as oembed.com describes version 1.0. */
export interface OEmbedAnswer {
  readonly version: "1.0";
  readonly type: "rich";
  readonly title: string;
  readonly author_name?: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

export interface OEmbedRoom {
  readonly maxwidth?: number | undefined;
  readonly maxheight?: number | undefined;
}

/** What another site needs to show a build in a frame, no larger than it has room for. */
export function oembedAnswer(
  origin: string,
  { slug, name, ownerName }: Pick<BuildPage, "slug" | "name" | "ownerName">,
  { maxwidth, maxheight }: OEmbedRoom = {},
): OEmbedAnswer {
  const width = Math.min(EMBED_SIZE.width, maxwidth ?? EMBED_SIZE.width);
  const height = Math.min(EMBED_SIZE.height, maxheight ?? EMBED_SIZE.height);
  return {
    version: "1.0",
    type: "rich",
    title: name,
    ...(ownerName ? { author_name: ownerName } : {}),
    provider_name: "GW2Optimizer",
    provider_url: origin,
    cache_age: CACHE_SECONDS,
    html: embedCode(origin, { slug, name }, { width, height }),
    width,
    height,
  };
}

/** The frame that shows a build on another site. Nothing in it runs; its links open in a new tab. */
export function embedCode(
  origin: string,
  { slug, name }: { slug: string; name: string },
  { width, height }: { width: number; height: number } = EMBED_SIZE,
): string {
  const source = escapeMarkup(buildAddresses(origin, slug).embed);
  return `<iframe src="${source}" title="${escapeMarkup(name)}" width="${width}" height="${height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0;max-width:100%"></iframe>`;
}
