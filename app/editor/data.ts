import { notFound } from "next/navigation";
import type { EditorStart } from "#components/editor/editor-start.ts";
import type { Actor } from "#lib/accounts/actor.ts";
import { EMPTY_FORM } from "#lib/builds/editor/draft.ts";
import { readForCopying, readForEditing } from "#lib/builds/editor/service.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { openCode } from "#lib/builds/open-code.ts";
import { openLink } from "#lib/builds/open-link.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { gameMode } from "#lib/shared/game.ts";

export type EditorSearch = Promise<Record<string, string | string[] | undefined>>;

type Opened = Pick<EditorStart, "subject" | "loadout" | "form" | "original" | "problem">;

const NOTHING: Opened = { subject: "new", loadout: null, form: EMPTY_FORM, original: null, problem: null };

/**
 * What a new build begins as: `code` (a loadout code), `link` (a build link of the game), `from` (a build to copy), else
 * nothing. The same address opens the same draft, signed in or not.
 */
export async function startOfNew(actor: Actor, search: Awaited<EditorSearch>): Promise<EditorStart> {
  const { code, link, mode, from, pin } = singleValues(search);
  const opened = from ? await openOriginal(actor, from) : openText(code, link, mode);
  return { ...opened, build: null, pinned: await openPinned(actor, pin), isSignedIn: actor.kind === "user" };
}

/** One's own build; the 404 page for everybody else. */
export async function startOfEditing(
  actor: Actor,
  slug: string,
  search: Awaited<EditorSearch>,
): Promise<EditorStart> {
  const { name, visibility, revision, loadout, details, ...build } = await orNotFound(slug, (valid) =>
    readForEditing(actor, valid),
  );
  return {
    subject: `build ${build.slug}`,
    loadout,
    form: { ...EMPTY_FORM, name, visibility, details },
    build: { slug: build.slug, name, revision, loadout, details },
    original: null,
    problem: null,
    pinned: await openPinned(actor, singleValues(search).pin),
    isSignedIn: actor.kind === "user",
  };
}

async function openOriginal(actor: Actor, from: string): Promise<Opened> {
  const { slug, name, loadout, details } = await orNotFound(from, (valid) => readForCopying(actor, valid));
  return {
    ...NOTHING,
    subject: `copy ${slug}`,
    loadout,
    form: { ...EMPTY_FORM, name, details },
    original: { slug, name },
  };
}

function openText(code: string | undefined, link: string | undefined, mode: string | undefined): Opened {
  const text = code || link;
  if (!text) return NOTHING;
  const opened = code ? openCode(code, gameMode(mode)) : openLink(text, gameMode(mode) ?? "pve");
  if (!opened.ok) return { ...NOTHING, problem: opened.error.message };
  return { ...NOTHING, subject: `link ${text.slice(0, 400)}`, loadout: opened.value.loadout };
}

/** A build to compare with; one that cannot be read is left out. */
async function openPinned(actor: Actor, slug: string | undefined): Promise<Loadout | null> {
  if (!slug || !buildSlugSchema.safeParse(slug).success) return null;
  return readForCopying(actor, slug).then(
    ({ loadout }) => loadout,
    () => null,
  );
}

async function orNotFound<Value>(slug: string, read: (slug: string) => Promise<Value>): Promise<Value> {
  if (!buildSlugSchema.safeParse(slug).success) notFound();
  try {
    return await read(slug);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

function singleValues(search: Awaited<EditorSearch>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
