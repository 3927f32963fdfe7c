import { readGw2SkillsLink } from "#lib/catalog/chat-links/gw2skills-link.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { videoSite } from "../details/video-link.ts";

/** What an address says of a build. */
export type AddressReading =
  | { readonly kind: "slug"; readonly slug: string }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "link"; readonly link: string }
  /** It names a build that cannot be had from it, or none. */
  | { readonly kind: "unread"; readonly source: string; readonly message: string };

/** Sites with builds; no address of theirs holds one. */
const BUILD_SITES: Readonly<Record<string, string>> = {
  "snowcrows.com": "Snow Crows",
  "metabattle.com": "MetaBattle",
  "hardstuck.gg": "Hardstuck",
  "guildjen.com": "GuildJen",
  "discretize.eu": "Discretize",
  "optimizer.discretize.eu": "the Discretize gear optimizer",
  "gw2mists.com": "GW2Mists",
  "lucky-noobs.com": "Lucky Noobs",
  "accessibilitywars.com": "Accessibility Wars",
  "mukluklabs.com": "MuklukLabs",
  "godsofpvp.net": "Gods of PvP",
};

const SLUG_PATHS = [/^\/(?:embed\/)?b\/([\w-]{1,100})(?:\/|$)/, /^\/builds\/([\w-]{1,100})\/edit\/?$/];

/**
 * What builds an address names, in order; none for addresses that have nothing to do with builds. `site` is the app's
 * own. Nothing is fetched: of other sites only addresses that hold the whole build can be read.
 */
export function readAddress(address: string, site: string): AddressReading[] {
  const gw2skills = readGw2SkillsLink(address);
  if (gw2skills) return [gw2SkillsReading(gw2skills.profession)];
  const bracketed = /\[&[^\]]*\]?/.exec(address)?.[0];
  if (bracketed) return [{ kind: "link", link: bracketed }];
  const hasScheme = /^https?:\/\//i.test(address);
  const url = address.startsWith("/")
    ? URL.parse(address, site)
    : URL.parse(hasScheme ? address : `http://${address}`);
  if (!url) return [unread("Address", "This address is damaged. Copy it again.")];
  const isOwn = url.host === new URL(site).host;
  const held = heldBuilds(url, isOwn);
  if (held.length > 0) return held;
  const slug = SLUG_PATHS.map((path) => path.exec(url.pathname)?.[1]).find((found) => found !== undefined);
  if (slug !== undefined) return [isOwn ? { kind: "slug", slug } : otherInstallation(url)];
  if (isOwn)
    return [unread("Page of this site", "This page is not of one build. Open a build and copy its address.")];
  return foreign(url, hasScheme);
}

/** Builds that stand in the address itself. */
function heldBuilds({ searchParams, pathname }: URL, isOwn: boolean): AddressReading[] {
  const code = searchParams.get("code") ?? searchParams.get("loadout");
  if (code) return [{ kind: "code", code }];
  const link = searchParams.get("link");
  if (link) return [{ kind: "link", link }];
  if (pathname === "/compare") return searchParams.getAll("b").map((text) => compared(text, isOwn));
  const slug = isOwn && (searchParams.get("build") ?? searchParams.get("copy") ?? searchParams.get("from"));
  return slug && buildSlugSchema.safeParse(slug).success ? [{ kind: "slug", slug }] : [];
}

function compared(text: string, isOwn: boolean): AddressReading {
  if (text.includes("[&")) return { kind: "link", link: text };
  const isSlug = text.length < 100 && /^[a-z0-9-]+$/.test(text);
  if (!isSlug) return { kind: "code", code: text };
  return isOwn ? { kind: "slug", slug: text } : unread("Comparison", OTHER_INSTALLATION);
}

const OTHER_INSTALLATION =
  "The build is kept on another site, and no other site is asked. Open it there, export it as JSON or share link, and paste that.";

function otherInstallation({ host }: URL): AddressReading {
  return unread(`Page on ${host}`, OTHER_INSTALLATION);
}

function gw2SkillsReading(profession: string | null): AddressReading {
  const what = profession ? ` of a ${profession} build` : "";
  return unread(
    "gw2skills.net",
    `An address${what} of the gw2skills.net editor cannot be read: the build is only on that site, and no other site is asked. Open it there, copy the chat link ([&DQ…=]) that the editor shows, and paste that.`,
  );
}

/** Sites of builds are named; other addresses only where nothing else could be meant, so not those without a scheme or of videos. */
function foreign(url: URL, hasScheme: boolean): AddressReading[] {
  const host = url.hostname.replace(/^www\./, "");
  const name = BUILD_SITES[host] ?? (host === "gw2skills.net" ? "gw2skills.net" : undefined);
  if (name) {
    const message = `An address of ${name} holds no build, and no other site is asked. Open it there, copy the chat link ([&DQ…=]) of the build, and paste that.`;
    return [unread(host, message)];
  }
  if (!hasScheme || videoSite(url.href)) return [];
  return [unread(host, "This address holds no build, and no other site is asked.")];
}

function unread(source: string, message: string): AddressReading {
  return { kind: "unread", source, message };
}
