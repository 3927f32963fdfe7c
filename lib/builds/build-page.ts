import { isDeepStrictEqual } from "node:util";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { AppError } from "#lib/shared/app-error.ts";
import type { GameMode } from "#lib/shared/game.ts";
import type { SpecializationId } from "#lib/shared/ids.ts";
import { buildView } from "./build-view.ts";
import { detailsView } from "./details/details-view.ts";
import { rowDetails } from "./details/row-details.ts";
import type { BuildDetails } from "./details/schema.ts";
import { BUILD_ROLES, ROLE_NAMES } from "./details/words.ts";
import { gameData } from "./game-data.ts";
import type { Loadout } from "./loadout.ts";
import { encodeLoadout } from "./loadout-code/loadout-code.ts";
import { openLink } from "./open-link.ts";
import { describeFaults, parseLoadout } from "./parse-loadout.ts";
import { reportView } from "./report-view.ts";
import type { BuildWithOwnerRow, ListedBuildRow } from "./repository.ts";
import type { BuildListItem, BuildPage } from "./view.ts";

/** What follows from loadout and details alone; a popular page is calculated once. About 200 KB each with its HTML. */
const MOST_KEPT = 200;
const kept = new LRUCache<string, Calculated>({ max: MOST_KEPT });

type Calculated = Pick<BuildPage, "view" | "report" | "loadoutCode" | "details">;

/** A stored build with everything its page shows, in its own mode or another. */
export function buildPage(row: BuildWithOwnerRow, isOwner: boolean, mode?: GameMode): BuildPage {
  const { exampleSource, exampleSourceDate, exampleOutdated } = row;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    visibility: row.visibility,
    ownerName: row.ownerName,
    isOwner,
    chatLink: row.chatLink,
    example:
      exampleSource && exampleSourceDate
        ? { source: exampleSource, date: exampleSourceDate, outdated: exampleOutdated === true }
        : null,
    missing: row.missing,
    changed: row.changed,
    hidden: row.hiddenAt && { at: row.hiddenAt, note: row.hiddenNote ?? "" },
    viewCount: row.viewCount,
    forkedFrom: row.forkCredit === null ? null : { credit: row.forkCredit, slug: row.forkedFromSlug },
    rating: { score: row.ratingScore, count: row.ratingCount },
    forkCount: row.forkCount,
    updatedAt: row.updatedAt,
    ...calculated(row, mode),
  };
}

function calculated(row: BuildWithOwnerRow, mode: GameMode | undefined): Calculated {
  // The whole input is the key, so that nothing outdated can be found.
  const details = rowDetails(row);
  const key = JSON.stringify([mode, row.mode, row.chatLink, row.exampleKey, row.loadout, details]);
  const known = kept.get(key);
  if (known) return known;
  const page = calculate(row, details, mode);
  kept.set(key, page);
  return page;
}

function calculate(row: BuildWithOwnerRow, details: BuildDetails, mode: GameMode | undefined): Calculated {
  const saved = storedLoadout(row.loadout);
  const loadout = mode ? { ...saved, mode } : saved;
  const opened = row.chatLink ? openLink(row.chatLink, row.mode) : null;
  const warnings = opened?.ok ? opened.value.view.warnings : [];
  // Weapons are known from the link only where they are no more than it proposes.
  const isFromLink =
    opened?.ok && !row.exampleKey && isDeepStrictEqual(opened.value.loadout.weapons, saved.weapons);
  const linkListsWeapons = isFromLink ? opened.value.view.linkListsWeapons : null;
  return {
    details: detailsView(details, loadout, gameData().catalog),
    loadoutCode: encodeLoadout(loadout),
    report: reportView(loadout),
    view: buildView(loadout, gameData().catalog, { warnings, linkListsWeapons }),
  };
}

/** Whatever cannot be read has no lines: a list shows the rest of the build all the same. */
const listedLines = z.array(z.object({ id: z.int() }).nullable()).catch([]);

/** A stored build as a line of a list. */
export function listItem(row: ListedBuildRow): BuildListItem {
  const { catalog } = gameData();
  const lines = listedLines.parse(row.specializations).flatMap((line) => {
    const record = line && catalog.specializations.get(line.id as SpecializationId);
    return record ? [record] : [];
  });
  const role = BUILD_ROLES.find((one) => one === row.role);
  return {
    slug: row.slug,
    name: row.name,
    profession: row.profession,
    title: lines.findLast(({ elite }) => elite)?.name ?? row.profession,
    specializations: lines.map(({ name }) => name),
    mode: row.mode,
    role: role ? ROLE_NAMES[role] : null,
    visibility: row.visibility,
    exampleDate: row.exampleSource ? row.exampleSourceDate : null,
    isOutdated: row.exampleOutdated === true || row.missing.length + row.changed.length > 0,
    rating: { score: row.ratingScore, count: row.ratingCount },
    isHidden: row.hiddenAt !== null,
    viewCount: row.viewCount,
    updatedAt: row.updatedAt,
  };
}

/** A loadout as it was stored. Throws UNAVAILABLE where this version of the app cannot read it. */
export function storedLoadout(value: unknown): Loadout {
  const parsed = parseLoadout(value);
  if (parsed.ok) return parsed.value;
  throw new AppError("UNAVAILABLE", {
    message: "This build was stored by another version of the app and cannot be shown.",
    retry: false,
    cause: new Error(describeFaults(parsed.error)),
  });
}
