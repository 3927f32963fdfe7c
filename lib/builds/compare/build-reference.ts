import { readBuildLink } from "#lib/catalog/chat-links/chat-link.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { decodeLoadout, encodeLoadout } from "../loadout-code/loadout-code.ts";
import { openLink } from "../open-link.ts";

/** What a text names as a build. `slug` may still name none: only the database knows. */
export type BuildReference =
  | { readonly kind: "slug"; readonly slug: string }
  | { readonly kind: "code"; readonly code: string }
  /** It is meant as a link or code, but cannot be read. */
  | { readonly kind: "unreadable"; readonly message: string }
  /** Words to search for. */
  | { readonly kind: "words" };

const PAGE_PATH = /\/(?:embed\/)?b\/([\w-]{1,100})(?=[/?#\s]|$)/;
const CODE_PARAMETER = /[?&](?:code|loadout)=([\w-]+)/;
const LINK_PARAMETER = /[?&]link=([^&\s]+)/;

/** Reads the address of a build's page, a loadout code, or a build link of the game out of a text. Never throws. */
export function buildReference(text: string): BuildReference {
  const trimmed = text.trim();
  const page = PAGE_PATH.exec(trimmed)?.[1];
  if (page) return { kind: "slug", slug: page };
  const code = CODE_PARAMETER.exec(trimmed)?.[1];
  if (code) return fromCode(code);
  const link = LINK_PARAMETER.exec(trimmed)?.[1];
  if (link) return fromLink(decodedComponent(link));
  if (trimmed.includes("[&")) return fromLink(trimmed);
  if (decodeLoadout(trimmed).ok) return { kind: "code", code: trimmed };
  return buildSlugSchema.safeParse(trimmed).success ? { kind: "slug", slug: trimmed } : { kind: "words" };
}

function fromCode(code: string): BuildReference {
  const decoded = decodeLoadout(code);
  if (decoded.ok) return { kind: "code", code };
  return { kind: "unreadable", message: `${decoded.error.message} ${decoded.error.mend}` };
}

function fromLink(text: string): BuildReference {
  const read = readBuildLink(text);
  if (!read.ok) return { kind: "unreadable", message: `${read.error.message} ${read.error.mend}` };
  const opened = openLink(text, "pve");
  if (!opened.ok) return { kind: "unreadable", message: opened.error.message };
  return { kind: "code", code: encodeLoadout(opened.value.loadout) };
}

function decodedComponent(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
