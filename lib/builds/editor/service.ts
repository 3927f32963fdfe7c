import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/accounts/actor.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { storedLoadout } from "../build-page.ts";
import { rowDetails } from "../details/row-details.ts";
import type { BuildDetails } from "../details/schema.ts";
import { gameData } from "../game-data.ts";
import { searchDocument } from "../library/search-document.ts";
import type { Loadout } from "../loadout.ts";
import { linkOfLoadout } from "../loadout-link.ts";
import { findOwn, findReadable, storeLoadout } from "../own-build.ts";
import { isOwner } from "../policy.ts";
import { type BuildWithOwnerRow, countFork, insertBuild, type NewBuildRow } from "../repository.ts";
import { loadoutDifferences } from "../revisions/loadout-differences.ts";
import { findRevisions } from "../revisions/revision-repository.ts";
import { changeBuild, requireRoom } from "../service.ts";
import { newSlug } from "../slug.ts";
import type { LoadoutDifference } from "../view.ts";
import type { SaveChangeInput, SaveNewInput, SaveOutcome } from "./save-schema.ts";

/** A saved build as the editor opens it. */
export interface EditableBuild {
  readonly slug: string;
  readonly name: string;
  readonly visibility: SaveNewInput["visibility"];
  readonly revision: number;
  readonly loadout: Loadout;
  readonly details: BuildDetails;
}

/** One's own build for editing. Throws NOT_FOUND where it is not the actor's own: to others it is not there. */
export async function readForEditing(actor: Actor, slug: string): Promise<EditableBuild> {
  const { row } = await findOwn(actor, slug);
  return editable(row);
}

/** A build that the actor may read, to begin a copy of. Throws NOT_FOUND where the actor may not know of it. */
export async function readForCopying(actor: Actor, slug: string): Promise<EditableBuild> {
  return editable(await findReadable(actor, slug));
}

/**
 * Saves a build made in the editor; one that began as another's names it. Throws UNAUTHENTICATED for visitors,
 * INVALID_INPUT on `loadout` where it has no template link, NOT_FOUND where the actor may not know of the original,
 * TOO_LARGE when the library is full.
 */
export async function saveNew(actor: Actor, input: SaveNewInput): Promise<{ slug: string }> {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", { message: "Sign in to save builds." });
  const { loadout, name, visibility, details } = input;
  const chatLink = requireLink(loadout);
  const original = input.from === undefined ? null : await findReadable(actor, input.from);
  await requireRoom(actor.userId);
  const credit = original && creditOf(original);
  const values: NewBuildRow = {
    ownerId: actor.userId,
    slug: newSlug(name),
    name,
    profession: loadout.profession,
    mode: loadout.mode,
    visibility,
    loadout,
    chatLink,
    forkedFromId: original?.id ?? null,
    forkCredit: credit,
    ...details,
    ...searchDocument(loadout, gameData().catalog, {
      referenceNames: {},
      isOutdatedInSource: false,
      digests: null,
      details,
    }),
  };
  const saved = await insertBuild(values, credit && `Copy of ${credit}, changed`);
  if (original && !isOwner(actor, original)) await countFork(original.id);
  return saved;
}

/**
 * Saves a changed build as its next revision. Where it was changed since `base` nothing is saved, and the answer tells
 * what the newest state has otherwise. Throws NOT_FOUND where the build is not the actor's own, INVALID_INPUT on `loadout`
 * where it has no template link.
 */
export async function saveChange(actor: Actor, input: SaveChangeInput): Promise<SaveOutcome> {
  const { row, ownerId } = await findOwn(actor, input.slug);
  const { loadout, details, note, base, name, visibility } = input;
  const chatLink = requireLink(loadout);
  if (isChangedSince(row, input)) return conflict(row, input);
  try {
    const change = { loadout, chatLink, note, details, basedOn: base.revision };
    const revision = await storeLoadout(row, ownerId, change);
    const isRenamed = name !== row.name || visibility !== row.visibility;
    const { slug } = isRenamed ? await changeBuild(actor, { slug: row.slug, name, visibility }) : row;
    return { kind: "saved", slug, revision };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "CONFLICT") throw error;
    // Somebody was faster by milliseconds.
    return conflict((await findOwn(actor, input.slug)).row, input);
  }
}

/** What is said of a build has no revisions: it is compared as it was and as it is. */
function isChangedSince(row: BuildWithOwnerRow, { base, details }: SaveChangeInput): boolean {
  const present = rowDetails(row);
  const isSaidAnew = !isDeepStrictEqual(present, base.details) && !isDeepStrictEqual(present, details);
  return row.revision !== base.revision || isSaidAnew;
}

async function conflict(row: BuildWithOwnerRow, input: SaveChangeInput): Promise<SaveOutcome> {
  const { catalog } = gameData();
  const [before] = await findRevisions(row.id, [input.base.revision]);
  const newest = storedLoadout(row.loadout);
  const present = rowDetails(row);
  return {
    kind: "conflict",
    newest: {
      name: row.name,
      revision: row.revision,
      loadout: newest,
      details: present,
      theirs: [
        ...(before ? loadoutDifferences(storedLoadout(before.loadout), newest, catalog) : []),
        ...detailDifferences(input.base.details, present),
      ],
      mine: [
        ...loadoutDifferences(newest, input.loadout, catalog),
        ...detailDifferences(present, input.details),
      ],
    },
  };
}

const DETAIL_NAMES: Readonly<Record<keyof BuildDetails, string>> = {
  notes: "Notes",
  rotation: "Rotation",
  video: "Video",
  tags: "Tags",
  role: "Role",
  difficulty: "Difficulty",
  activities: "Activities",
};

function detailDifferences(before: BuildDetails, after: BuildDetails): LoadoutDifference[] {
  const text = (value: BuildDetails[keyof BuildDetails]) =>
    (typeof value === "string" ? value : value?.join(", ")) || null;
  return (Object.keys(DETAIL_NAMES) as (keyof BuildDetails)[])
    .map((field) => ({ what: DETAIL_NAMES[field], before: text(before[field]), after: text(after[field]) }))
    .filter((line) => line.before !== line.after);
}

function editable(row: BuildWithOwnerRow): EditableBuild {
  const { slug, name, visibility, revision } = row;
  return { slug, name, visibility, revision, loadout: storedLoadout(row.loadout), details: rowDetails(row) };
}

function creditOf({ name, ownerName, exampleSource }: BuildWithOwnerRow): string {
  return `“${name}” by ${ownerName ?? exampleSource ?? "a player who has left"}`;
}

function requireLink(loadout: Loadout): string {
  const link = linkOfLoadout(loadout, gameData().links);
  if (link.ok) return link.value;
  throw new AppError("INVALID_INPUT", {
    field: "loadout",
    message: `${link.error.message} ${link.error.mend}`,
  });
}
