import type { Actor } from "#lib/accounts/actor.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { storedLoadout } from "../build-page.ts";
import { gameData } from "../game-data.ts";
import { searchLibrary, searchOwnBuilds } from "../library/service.ts";
import type { Loadout } from "../loadout.ts";
import { decodeLoadout } from "../loadout-code/loadout-code.ts";
import { findReadable } from "../own-build.ts";
import { reportData } from "../report-data.ts";
import { buildReference } from "./build-reference.ts";
import { letterOf } from "./charts.ts";
import { compareLoadouts } from "./compare-loadouts.ts";
import type { CompareQuery } from "./schema.ts";
import type { ComparedBuild, Comparison, FoundToAdd, RefusedBuild } from "./view.ts";

/** Null where there is no build to show: then `refused` says why. */
export interface ReadComparison {
  readonly comparison: Comparison | null;
  readonly refused: readonly RefusedBuild[];
}

interface Opened {
  readonly reference: string;
  readonly name: string | null;
  readonly href: string;
  readonly loadout: Loadout;
}

/**
 * Builds side by side. What the actor may not know of is refused like what does not exist, by its place in the list;
 * the others are compared all the same.
 */
export async function compareBuilds(actor: Actor, query: CompareQuery): Promise<ReadComparison> {
  const results = await Promise.all(query.builds.map((text, index) => open(actor, text, index + 1)));
  const refused = results.filter((result) => "position" in result);
  const opened = uniqueBuilds(results.filter((result) => "loadout" in result));
  const [first] = opened;
  if (!first) return { comparison: null, refused };
  const mode = query.mode ?? first.loadout.mode;
  const { damageSources, ...compared } = compareLoadouts(
    opened.map(({ loadout }) => loadout),
    { mode, damage: query.damage, assumptions: query.assumptions },
    reportData(gameData().catalog),
  );
  const builds = opened.map(
    (build, index): ComparedBuild => ({
      ...header(build),
      letter: letterOf(index),
      damageSource: damageSources[index] ?? { kind: "unknown", text: "" },
    }),
  );
  return { comparison: { mode, builds, refused, ...compared }, refused };
}

/** Finds the build of an address, code, build link or name; by name among the actor's own and the public ones. */
export async function findToAdd(actor: Actor, text: string): Promise<FoundToAdd> {
  const reference = buildReference(text);
  if (reference.kind === "unreadable") return { kind: "refused", message: reference.message };
  if (reference.kind === "code") return { kind: "build", reference: reference.code };
  if (reference.kind === "slug" && (await isReadable(actor, reference.slug))) {
    return { kind: "build", reference: reference.slug };
  }
  // A single word may be meant as a name; what is written as an address may not.
  if (reference.kind === "slug" && text.includes("/")) {
    return { kind: "refused", message: notFoundMessage("There is no build at this address") };
  }
  const q = text.slice(0, 100);
  const [own, everybodys] = await Promise.all([
    actor.kind === "user" ? searchOwnBuilds(actor, { q }) : null,
    searchLibrary({ q }),
  ]);
  return { kind: "search", own, everybodys };
}

async function open(actor: Actor, text: string, position: number): Promise<Opened | RefusedBuild> {
  const refusal = (message: string): RefusedBuild => ({ position, reference: text, message });
  const reference = buildReference(text);
  if (reference.kind === "unreadable") return refusal(reference.message);
  if (reference.kind === "words") {
    return refusal(
      "This is no address of a build, no loadout code and no build link. Search for it by its name.",
    );
  }
  if (reference.kind === "code") return openLoadoutCode(reference.code, refusal);
  try {
    const row = await findReadable(actor, reference.slug);
    return {
      reference: row.slug,
      name: row.name,
      href: `/b/${row.slug}`,
      loadout: storedLoadout(row.loadout),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refusal(error.code === "NOT_FOUND" ? notFoundMessage("It was not found") : error.message);
  }
}

function openLoadoutCode(code: string, refusal: (message: string) => RefusedBuild): Opened | RefusedBuild {
  const decoded = decodeLoadout(code);
  if (!decoded.ok) return refusal(`${decoded.error.message} ${decoded.error.mend}`);
  return { reference: code, name: null, href: `/build?code=${code}`, loadout: decoded.value };
}

function notFoundMessage(what: string): string {
  return `${what}: it may have been deleted, or it is private. If it is somebody else's, ask them to make it unlisted or public.`;
}

async function isReadable(actor: Actor, slug: string): Promise<boolean> {
  try {
    await findReadable(actor, slug);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return false;
    throw error;
  }
}

/** An earlier address of a build is that build. */
function uniqueBuilds(builds: readonly Opened[]): Opened[] {
  return [...new Map(builds.map((build) => [build.reference, build])).values()];
}

function header({ reference, name, href, loadout }: Opened): Omit<ComparedBuild, "letter" | "damageSource"> {
  const { catalog } = gameData();
  const lines = loadout.specializations.flatMap(
    (line) => (line && catalog.specializations.get(line.id)) ?? [],
  );
  const elite = lines.findLast((line) => line.elite);
  const icon = elite?.professionIconBig ?? catalog.professions.get(loadout.profession)?.iconBig;
  const title = elite?.name ?? loadout.profession;
  return {
    reference,
    href,
    name: name ?? `${title} from a code`,
    profession: loadout.profession,
    title,
    icon: icon ? iconUrl(icon) : null,
    ownMode: loadout.mode,
  };
}
