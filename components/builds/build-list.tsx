import { IconTile } from "#components/game/icon-tile.tsx";
import { professionColour } from "#components/game/profession-colour.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ColumnsIcon } from "#components/ui/drawn-icons.tsx";
import type { BuildListItem } from "#lib/builds/view.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";

const VISIBILITY_NAMES = { private: "Private", unlisted: "Unlisted", public: "Public" } as const;

/** Builds as cards: profession, name, specializations, mode. `showVisibility` for the player's own list. */
export function BuildList({
  builds,
  showVisibility = false,
}: {
  builds: readonly BuildListItem[];
  showVisibility?: boolean;
}) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {builds.map((build) => {
        const colour = professionColour(build.profession);
        return (
          <li key={build.slug} className="relative min-w-0">
            <a
              href={`/b/${build.slug}`}
              className="flex h-full items-center gap-3.5 rounded-xl border border-line bg-surface p-3.5 transition-colors hover:border-line-strong hover:bg-raised"
            >
              <IconTile name={build.title} icon={null} size="lg" colour={colour} />
              <span className="min-w-0">
                <span className="block truncate pr-8 font-medium">{build.name}</span>
                <span className="block truncate text-sm" style={{ color: colour }}>
                  {build.title === build.profession
                    ? build.profession
                    : `${build.title} · ${build.profession}`}
                </span>
                <span className="mt-1.5 flex flex-wrap gap-1.5">
                  <Badge>{GAME_MODE_NAMES[build.mode]}</Badge>
                  {build.role && <Badge>{build.role}</Badge>}
                  {build.exampleDate && <Badge>Example, {build.exampleDate}</Badge>}
                  {build.rating.count > 0 && (
                    <Badge>
                      ★ {build.rating.score.toFixed(1)} ({build.rating.count})
                    </Badge>
                  )}
                  {build.viewCount > 0 && <Badge>{viewsText(build.viewCount)}</Badge>}
                  {build.isOutdated && <Badge tone="warn">Outdated</Badge>}
                  {build.isHidden && <Badge tone="bad">Hidden</Badge>}
                  {showVisibility && (
                    <Badge tone={build.visibility === "public" ? "good" : "neutral"}>
                      {VISIBILITY_NAMES[build.visibility]}
                    </Badge>
                  )}
                </span>
              </span>
            </a>
            <a
              href={`/compare?b=${build.slug}`}
              title="Compare"
              aria-label={`Compare ${build.name}`}
              className="absolute top-2 right-2 rounded-md p-1.5 text-ink-faint hover:bg-raised hover:text-ink"
            >
              <ColumnsIcon />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** How often a build was looked at, in words. */
export function viewsText(count: number): string {
  return count === 1 ? "1 view" : `${count.toLocaleString("en")} views`;
}
