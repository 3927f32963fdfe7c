import type { Actor } from "#lib/accounts/actor.ts";
import type { Database } from "#lib/platform/db/client.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { decodeCursor, encodeCursor, type TimeCursor } from "#lib/shared/cursor.ts";
import type { GameMode } from "#lib/shared/game.ts";
import { buildPage, listItem, storedLoadout } from "./build-page.ts";
import { rowDetails } from "./details/row-details.ts";
import { type BuildDetails, NO_DETAILS } from "./details/schema.ts";
import { gameData } from "./game-data.ts";
import { referenceNames, searchDocument } from "./library/search-document.ts";
import type { Loadout } from "./loadout.ts";
import { openCode } from "./open-code.ts";
import { openLink } from "./open-link.ts";
import { storedDigests } from "./outdated/reference-digests.ts";
import { buildNotFound, findOwn, findReadable, storeLoadout } from "./own-build.ts";
import { binReachesTo, isOwner, MAX_BUILDS_PER_ACCOUNT } from "./policy.ts";
import {
  countBuildsOf,
  countFork,
  deleteBuildRow,
  insertBuild,
  type ListedBuildRow,
  listBuildsOf,
  listDeletedBuilds,
  listPublicBuilds,
  purgeDeletedBuilds,
  restoreBuildRow,
  updateBuildRow,
} from "./repository.ts";
import type { ChangeBuildInput, SaveBuildInput } from "./schema.ts";
import { newSlug, renamedSlug } from "./slug.ts";
import type { BuildListItem, BuildPage, DeletedBuildItem } from "./view.ts";

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
export async function saveBuild(
  actor: Actor,
  input: SaveBuildInput,
  details: BuildDetails = NO_DETAILS,
): Promise<{ slug: string }> {
  if (actor.kind !== "user") {
    throw new AppError("UNAUTHENTICATED", { message: "Sign in to save builds." });
  }
  const opened = input.code ? openCode(input.code, input.mode) : openLink(input.link, input.mode);
  if (!opened.ok) {
    const field = input.code ? "code" : "link";
    throw new AppError("INVALID_INPUT", { field, message: opened.error.message });
  }
  await requireRoom(actor.userId);
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
    ...details,
    ...searchDocument(loadout, gameData().catalog, {
      referenceNames: {},
      isOutdatedInSource: false,
      digests: null,
      details,
    }),
  });
  return { slug: row.slug };
}

/** A build by its public address, with its figures in its own mode or another. Throws NOT_FOUND where there is none or the actor may not know of it. */
export async function readBuild(actor: Actor, slug: string, mode?: GameMode): Promise<BuildPage> {
  const row = await findReadable(actor, slug);
  return buildPage(row, isOwner(actor, row), mode);
}

/** The loadout of a build, and whether the actor may change it. Throws NOT_FOUND where the actor may not know of it. */
export async function readLoadout(
  actor: Actor,
  slug: string,
): Promise<{ name: string; loadout: Loadout; isOwner: boolean }> {
  const row = await findReadable(actor, slug);
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
  note: string | null = null,
): Promise<void> {
  const { row, ownerId } = await findOwn(actor, slug);
  const loadout = change(storedLoadout(row.loadout));
  await storeLoadout(row, ownerId, { loadout, chatLink: row.chatLink, note });
}

/**
 * Changes name and visibility. A new name gives a new address, which the earlier one leads to; returns it. Throws
 * NOT_FOUND where the build is not the actor's own.
 */
export async function changeBuild(actor: Actor, input: ChangeBuildInput): Promise<{ slug: string }> {
  const { row, ownerId } = await findOwn(actor, input.slug);
  const { name, visibility } = input;
  const slug = name === row.name ? row.slug : renamedSlug(row.slug, name);
  const values = { name, visibility, slug, updatedAt: new Date() };
  if (!(await updateBuildRow(row, ownerId, values))) throw buildNotFound();
  return { slug };
}

/** Puts a build into the bin, from where it can be restored for 30 days. Throws NOT_FOUND where it is not the actor's own. */
export async function deleteBuild(actor: Actor, slug: string): Promise<void> {
  const { row, ownerId } = await findOwn(actor, slug);
  if (!(await deleteBuildRow(row.id, ownerId))) throw buildNotFound();
}

/** Builds that the actor deleted in the last 30 days. Throws UNAUTHENTICATED for visitors. */
export async function listBin(actor: Actor): Promise<readonly DeletedBuildItem[]> {
  if (actor.kind !== "user")
    throw new AppError("UNAUTHENTICATED", { message: "Sign in to see your builds." });
  const rows = await listDeletedBuilds(actor.userId, binReachesTo(new Date()));
  return rows.flatMap(({ deletedAt, ...row }) => (deletedAt ? [{ ...listItem(row), deletedAt }] : []));
}

/** Takes a build out of the bin. Throws NOT_FOUND where it is not in the actor's own bin, TOO_LARGE when the library is full. */
export async function restoreBuild(actor: Actor, slug: string): Promise<void> {
  if (actor.kind !== "user") throw buildNotFound();
  await requireRoom(actor.userId);
  if (!(await restoreBuildRow(slug, actor.userId, binReachesTo(new Date())))) throw buildNotFound();
}

/** Deletes for good what has been in the bin for 30 days; returns how many. */
export function emptyBin(database: Database): Promise<number> {
  return purgeDeletedBuilds(database, binReachesTo(new Date()));
}

/**
 * A private copy of a build and its details in the actor's library, which names whose work it began as. Throws UNAUTHENTICATED for
 * visitors, NOT_FOUND where the actor may not know of the build, TOO_LARGE when the library is full.
 */
export async function forkBuild(actor: Actor, slug: string): Promise<{ slug: string }> {
  const row = await findReadable(actor, slug);
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", { message: "Sign in to copy builds." });
  await requireRoom(actor.userId);
  const loadout = storedLoadout(row.loadout);
  const details = rowDetails(row);
  const credit = `“${row.name}” by ${row.ownerName ?? row.exampleSource ?? "a player who has left"}`;
  const copy = await insertBuild(
    {
      ownerId: actor.userId,
      slug: newSlug(row.name),
      name: row.name,
      profession: loadout.profession,
      mode: loadout.mode,
      visibility: "private",
      loadout,
      chatLink: row.chatLink,
      forkedFromId: row.id,
      forkCredit: credit,
      ...details,
      ...searchDocument(loadout, gameData().catalog, {
        referenceNames: referenceNames(row.referenceNames),
        isOutdatedInSource: false,
        digests: storedDigests(row.referenceDigests),
        details,
      }),
    },
    `Copy of ${credit}`,
  );
  if (!isOwner(actor, row)) await countFork(row.id);
  return copy;
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

/** Throws TOO_LARGE when the library of a user is full. */
export async function requireRoom(userId: string): Promise<void> {
  if ((await countBuildsOf(userId)) < MAX_BUILDS_PER_ACCOUNT) return;
  throw new AppError("TOO_LARGE", {
    message: `Your library is full (${MAX_BUILDS_PER_ACCOUNT} builds). Delete one to save another.`,
  });
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
