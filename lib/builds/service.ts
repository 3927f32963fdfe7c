import type { Actor } from "#lib/accounts/actor.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { decodeCursor, encodeCursor, type TimeCursor } from "#lib/shared/cursor.ts";
import type { GameMode, Visibility } from "#lib/shared/game.ts";
import { buildPage, listItem, storedLoadout } from "./build-page.ts";
import { gameData } from "./game-data.ts";
import { referenceNames, searchDocument } from "./library/search-document.ts";
import type { Loadout } from "./loadout.ts";
import { openCode } from "./open-code.ts";
import { openLink } from "./open-link.ts";
import { isOwner, MAX_BUILDS_PER_ACCOUNT, mayChange, mayRead } from "./policy.ts";
import {
  countBuildsOf,
  deleteBuildRow,
  findBuildBySlug,
  insertBuild,
  type ListedBuildRow,
  listBuildsOf,
  listPublicBuilds,
  type StoredBuildRow,
  updateBuildRow,
  updateLoadoutRow,
} from "./repository.ts";
import type { ChangeBuildInput, SaveBuildInput } from "./schema.ts";
import { newSlug } from "./slug.ts";
import type { BuildListItem, BuildPage } from "./view.ts";

const PAGE_SIZE = 24;

/** One page of a list; `next` is the cursor of the following one. */
export interface BuildListPage {
  readonly builds: readonly BuildListItem[];
  readonly next: string | null;
}

/**
 * Saves the build of a pasted link in the player's library. Throws UNAUTHENTICATED for visitors, INVALID_INPUT on
 * the field `link` where it is not a readable build link, TOO_LARGE when the library is full.
 */
export async function saveBuild(actor: Actor, input: SaveBuildInput): Promise<{ slug: string }> {
  if (actor.kind !== "user") {
    throw new AppError("UNAUTHENTICATED", { message: "Sign in to save builds." });
  }
  const opened = input.code ? openCode(input.code, input.mode) : openLink(input.link, input.mode);
  if (!opened.ok) {
    const field = input.code ? "code" : "link";
    throw new AppError("INVALID_INPUT", { field, message: opened.error.message });
  }
  if ((await countBuildsOf(actor.userId)) >= MAX_BUILDS_PER_ACCOUNT) {
    throw new AppError("TOO_LARGE", {
      message: `Your library is full (${MAX_BUILDS_PER_ACCOUNT} builds). Delete one to save another.`,
    });
  }
  const { loadout, link } = opened.value;
  const row = await insertBuild({
    ownerId: actor.userId,
    slug: newSlug(input.name),
    name: input.name,
    profession: loadout.profession,
    mode: loadout.mode,
    visibility: input.visibility,
    loadout,
    chatLink: link,
    ...searchDocument(loadout, gameData().catalog),
  });
  return { slug: row.slug };
}

/** A build by its public address, with its figures in its own mode or another. Throws NOT_FOUND where there is none or the actor may not know of it. */
export async function readBuild(actor: Actor, slug: string, mode?: GameMode): Promise<BuildPage> {
  const row = await findBuildBySlug(slug);
  if (!row || !mayRead(actor, ownership(row))) throw notFound();
  return buildPage(row, isOwner(actor, row), mode);
}

/** The loadout of a build, and whether the actor may change it. Throws NOT_FOUND where the actor may not know of it. */
export async function readLoadout(
  actor: Actor,
  slug: string,
): Promise<{ name: string; loadout: Loadout; isOwner: boolean }> {
  const row = await findBuildBySlug(slug);
  if (!row || !mayRead(actor, ownership(row))) throw notFound();
  return { name: row.name, loadout: storedLoadout(row.loadout), isOwner: isOwner(actor, row) };
}

/**
 * Changes what a build wears. `change` gets the stored loadout and must leave everything that a template link of the
 * game holds as it is. Throws NOT_FOUND where the build is not the actor's own.
 */
export async function changeEquipment(
  actor: Actor,
  slug: string,
  change: (loadout: Loadout) => Loadout,
): Promise<void> {
  const { row, ownerId } = await findOwn(actor, slug);
  const loadout = change(storedLoadout(row.loadout));
  const document = searchDocument(loadout, gameData().catalog, {
    referenceNames: referenceNames(row.referenceNames),
    isOutdatedInSource: false,
  });
  if (!(await updateLoadoutRow(row.id, ownerId, { loadout, ...document }))) throw notFound();
}

/** Changes name and visibility. Throws NOT_FOUND where the build is not the actor's own. */
export async function changeBuild(actor: Actor, input: ChangeBuildInput): Promise<void> {
  const { row, ownerId } = await findOwn(actor, input.slug);
  const { name, visibility } = input;
  if (!(await updateBuildRow(row.id, ownerId, { name, visibility, updatedAt: new Date() }))) throw notFound();
}

/** Deletes a build for good. Throws NOT_FOUND where the build is not the actor's own. */
export async function deleteBuild(actor: Actor, slug: string): Promise<void> {
  const { row, ownerId } = await findOwn(actor, slug);
  if (!(await deleteBuildRow(row.id, ownerId))) throw notFound();
}

/** The actor's own builds, newest first. Throws UNAUTHENTICATED for visitors, INVALID_INPUT on a damaged cursor. */
export async function listOwnBuilds(actor: Actor, cursor?: string): Promise<BuildListPage> {
  if (actor.kind !== "user")
    throw new AppError("UNAUTHENTICATED", { message: "Sign in to see your builds." });
  return toListPage(await listBuildsOf(actor.userId, parseCursor(cursor), PAGE_SIZE + 1));
}

/** Public builds of everybody, newest first. Throws INVALID_INPUT on a damaged cursor. */
export async function listEverybodysBuilds(cursor?: string): Promise<BuildListPage> {
  return toListPage(await listPublicBuilds(parseCursor(cursor), PAGE_SIZE + 1));
}

/** A stranger gets the same answer as for a build that does not exist. */
async function findOwn(actor: Actor, slug: string): Promise<{ row: StoredBuildRow; ownerId: string }> {
  const row = await findBuildBySlug(slug);
  if (!row?.ownerId || !mayChange(actor, row)) throw notFound();
  return { row, ownerId: row.ownerId };
}

function toListPage(rows: readonly ListedBuildRow[]): BuildListPage {
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    builds: shown.map(listItem),
    next: last && rows.length > PAGE_SIZE ? encodeCursor({ at: last.updatedAt, id: last.id }) : null,
  };
}

function parseCursor(text: string | undefined): TimeCursor | null {
  if (!text) return null;
  const cursor = decodeCursor(text);
  if (!cursor.ok) throw new AppError("INVALID_INPUT", { field: "after", message: cursor.error });
  return cursor.value;
}

function ownership(row: StoredBuildRow): { ownerId: string | null; visibility: Visibility } {
  return { ownerId: row.ownerId, visibility: row.visibility };
}

function notFound(): AppError {
  return new AppError("NOT_FOUND", {
    message: "There is no build at this address. It may have been deleted or made private.",
  });
}
