import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/accounts/actor.ts";
import { env } from "#lib/platform/env.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { storedLoadout } from "../build-page.ts";
import { rowDetails } from "../details/row-details.ts";
import { ACTIVITY_NAMES, DIFFICULTY_NAMES, ROLE_NAMES } from "../details/words.ts";
import { encodeLoadout } from "../loadout-code/loadout-code.ts";
import { openCode } from "../open-code.ts";
import { findReadable } from "../own-build.ts";
import { saveBuild } from "../service.ts";
import { buildOutline } from "./build-outline.ts";
import { findPieces } from "./find-pieces.ts";
import type { ImportedBuild, ImportPreview, UnreadPart } from "./import-view.ts";
import { type FoundBuild, type Reading, readPiece, unknownReferences } from "./read-pieces.ts";
import type { SavedImport } from "./saved-import.ts";
import { type ImportInput, MOST_IMPORTED, type PastedInput } from "./schema.ts";

interface ReadText {
  /** Each build once, by its position in the text. */
  readonly builds: readonly { readonly position: number; readonly build: FoundBuild }[];
  readonly unread: readonly UnreadPart[];
  readonly repeated: number;
  readonly leftOut: number;
}

/** Everything in a pasted text that is a build, and what could not be read and why. Saves nothing. */
export async function previewImport(actor: Actor, input: PastedInput): Promise<ImportPreview> {
  const { builds, ...rest } = await readText(actor, input);
  return { ...rest, builds: builds.map(({ position, build }) => importedBuild(position, build)) };
}

/** Whether a text holds a build in any form but a chat link of the game. Looks nothing up. */
export function holdsMoreThanLinks(text: string): boolean {
  const context = { text, mode: "pve", site: env().publicUrl } as const;
  return findPieces(text)
    .filter(({ kind }) => kind !== "chat-link" && kind !== "word")
    .some((piece) => readPiece(piece, context).some(({ kind }) => kind !== "unread"));
}

/**
 * Saves the chosen builds of a text as private builds of the actor, each for itself: what one of them lacks does not keep
 * the others from being saved. Throws UNAUTHENTICATED for visitors, INVALID_INPUT where none of the chosen is in the text.
 */
export async function importBuilds(actor: Actor, input: ImportInput): Promise<readonly SavedImport[]> {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", { message: "Sign in to save builds." });
  const { builds } = await readText(actor, input);
  const chosen = builds
    .map((one, nth) => ({ ...one, name: input.names[nth] || nameOf(one.build) }))
    .filter(({ position }) => input.take.includes(position));
  if (chosen.length === 0) {
    throw new AppError("INVALID_INPUT", { field: "take", message: "Choose at least one build to save." });
  }
  const saved: SavedImport[] = [];
  for (const { build, name } of chosen) saved.push(await saveOne(actor, build, name));
  return saved;
}

async function saveOne(actor: Actor, { opened, details }: FoundBuild, name: string): Promise<SavedImport> {
  const { loadout } = opened;
  const input = {
    link: "",
    code: encodeLoadout(loadout),
    name,
    visibility: "private",
    mode: loadout.mode,
  } as const;
  try {
    return { name, slug: (await saveBuild(actor, input, details)).slug, problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, slug: null, problem: error.message };
  }
}

async function readText(actor: Actor, { text: pasted, mode }: PastedInput): Promise<ReadText> {
  // Forms send lines with CRLF, which markers and codes know nothing of.
  const text = pasted.replace(/\r\n?/g, "\n");
  const context = { text, mode, site: env().publicUrl };
  const read = findPieces(text).flatMap((piece) => readPiece(piece, context));
  const readings = await Promise.all(withinLimit(read).map((one) => lookUp(actor, one)));
  const found = readings.flatMap((one, position) =>
    one.kind === "found" ? [{ position, build: one.build }] : [],
  );
  const builds = withoutRepeated(found);
  return {
    builds: builds.slice(0, MOST_IMPORTED),
    unread: readings.flatMap((one) => (one.kind === "unread" ? [one.part] : [])),
    repeated: found.length - builds.length,
    leftOut: Math.max(0, builds.length - MOST_IMPORTED) + Math.max(0, read.length - readings.length),
  };
}

/** Not more than anybody needs: each page of this app is a question to the database. */
function withinLimit(readings: readonly Reading[]): Reading[] {
  let pages = 0;
  return readings
    .filter(({ kind }) => kind !== "slug" || pages++ < MOST_IMPORTED)
    .slice(0, 4 * MOST_IMPORTED);
}

/** Reads a page of this app; everything else is read already. */
async function lookUp(actor: Actor, reading: Reading): Promise<Exclude<Reading, { kind: "slug" }>> {
  if (reading.kind !== "slug") return reading;
  const { slug, excerpt, name } = reading;
  const unread = (message: string) =>
    ({ kind: "unread", part: { source: "Page of this site", excerpt, message } }) as const;
  if (!buildSlugSchema.safeParse(slug).success) return unread("This is no address of a build.");
  try {
    const row = await findReadable(actor, slug);
    const loadout = storedLoadout(row.loadout);
    const opened = openCode(encodeLoadout(loadout));
    if (!opened.ok) return unread(opened.error.message);
    const build: FoundBuild = {
      source: "Page of this site",
      name: row.name ?? name,
      opened: opened.value,
      details: rowDetails(row),
      notHeld: null,
      lost: [],
      warnings: unknownReferences(loadout, {}),
      slug: row.slug,
      richness: 5,
    };
    return { kind: "found", build };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return unread(error.message);
  }
}

/** From here on a source holds details, too. */
const HOLDS_DETAILS = 3;

/**
 * Each build once. A chat link or share link beside a fuller form of the same loadout is not another build; two full ones
 * are, where their names or details differ.
 */
function withoutRepeated(found: ReadText["builds"]): ReadText["builds"] {
  return found.filter(
    ({ position, build }) =>
      !found.some(
        (other) =>
          isSameBuild(build, other.build) &&
          (other.build.richness > build.richness ||
            (other.build.richness === build.richness && other.position < position)),
      ),
  );
}

/** Whether the other says all that this one says. */
function isSameBuild(build: FoundBuild, other: FoundBuild): boolean {
  if (build.richness === 1) return other.opened.link === build.opened.link;
  if (!isDeepStrictEqual(other.opened.loadout, build.opened.loadout)) return false;
  if (build.richness < HOLDS_DETAILS) return true;
  return other.name === build.name && isDeepStrictEqual(other.details, build.details);
}

function importedBuild(position: number, build: FoundBuild): ImportedBuild {
  const { opened, details, source, notHeld, lost, warnings, slug } = build;
  const { view, loadout } = opened;
  const { role, difficulty, activities, tags, video, notes, rotation } = details;
  const stated = [
    ...(role ? [ROLE_NAMES[role]] : []),
    ...(difficulty ? [DIFFICULTY_NAMES[difficulty]] : []),
    ...activities.map((activity) => ACTIVITY_NAMES[activity]),
    ...tags.map((tag) => `#${tag}`),
    ...(video ? ["Video"] : []),
    ...(notes ? ["Notes"] : []),
    ...(rotation ? ["Rotation"] : []),
  ];
  return {
    position,
    source,
    name: nameOf(build),
    profession: view.profession,
    title: view.title,
    mode: view.mode,
    outline: buildOutline(view),
    details: stated,
    notHeld,
    lost,
    warnings,
    editorHref: slug ? `/editor?from=${slug}` : `/editor?code=${encodeLoadout(loadout)}`,
    editorLoses:
      slug || stated.length === 0 ? null : "Notes, tags and the like come along only when you save it here.",
  };
}

function nameOf({ name, opened }: FoundBuild): string {
  return (name ?? opened.view.title).slice(0, 80);
}
