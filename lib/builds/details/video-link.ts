import { z } from "zod";

/** Sites whose addresses may stand on a build, by the name that readers see. The server never asks them anything. */
const VIDEO_SITES = [
  { name: "YouTube", hosts: ["youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"] },
  { name: "Twitch", hosts: ["twitch.tv", "www.twitch.tv", "m.twitch.tv", "clips.twitch.tv"] },
  { name: "Bilibili", hosts: ["bilibili.com", "www.bilibili.com", "m.bilibili.com", "b23.tv"] },
  { name: "Vimeo", hosts: ["vimeo.com", "www.vimeo.com"] },
] as const;

export const VIDEO_SITE_NAMES = VIDEO_SITES.map(({ name }) => name);

const MAX_VIDEO_LINK = 300;
const error = `Give the https address of a video on ${VIDEO_SITE_NAMES.slice(0, -1).join(", ")} or ${VIDEO_SITE_NAMES.at(-1)}.`;

/** Name of the site that an address leads to; undefined where it is none of those that may be linked. */
export function videoSite(address: string): string | undefined {
  const url = URL.parse(address);
  if (url?.protocol !== "https:" || url.username || url.password || url.port) return undefined;
  return VIDEO_SITES.find(({ hosts }) => hosts.some((host) => host === url.hostname))?.name;
}

/** Address of a video; null for none. An address without a scheme counts as https. */
export const videoLinkSchema = z
  .string({ error })
  .trim()
  .max(MAX_VIDEO_LINK, { error: `The address of a video has at most ${MAX_VIDEO_LINK} characters.` })
  .transform((text, context) => {
    if (text === "") return null;
    const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
    if (videoSite(address)) return new URL(address).href;
    context.addIssue({ code: "custom", message: error });
    return z.NEVER;
  })
  .nullable();
