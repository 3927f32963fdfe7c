import { X } from "lucide-react";
import { IconTile } from "#components/game/icon-tile.tsx";
import { professionColour } from "#components/game/profession-colour.ts";
import { Badge } from "#components/ui/badge.tsx";
import { type CompareQuery, compareHref } from "#lib/builds/compare/schema.ts";
import type { ComparedBuild } from "#lib/builds/compare/view.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import { buildColour } from "./build-colours.ts";

/** The builds of a comparison with their letters, and a way to take each out. */
export function ComparedBuilds({
  builds,
  query,
}: {
  builds: readonly ComparedBuild[];
  /** With the references of `builds`, in their order. */
  query: CompareQuery;
}) {
  return (
    <ul aria-label="Builds compared" className="grid gap-3 sm:grid-cols-2">
      {builds.map((build, index) => (
        <li
          key={build.letter}
          className="flex min-w-0 items-center gap-3 rounded-xl border border-line bg-surface p-3"
        >
          <span className="w-4 text-center text-lg" style={{ color: buildColour(index) }}>
            {build.letter}
          </span>
          <IconTile name={build.title} icon={build.icon} colour={professionColour(build.profession)} />
          <span className="min-w-0 grow">
            <a href={build.href} className="block truncate font-medium hover:underline">
              {build.name}
            </a>
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
              <span style={{ color: professionColour(build.profession) }}>
                {build.title === build.profession ? build.profession : `${build.title} · ${build.profession}`}
              </span>
              <Badge>made for {GAME_MODE_NAMES[build.ownMode]}</Badge>
            </span>
            <span className="block text-xs text-ink-faint">{build.damageSource.text}</span>
          </span>
          <a
            href={compareHref(query, { builds: query.builds.filter((_, position) => position !== index) })}
            aria-label={`Take ${build.name} out`}
            className="rounded-md p-2 text-ink-soft hover:bg-raised hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </a>
        </li>
      ))}
    </ul>
  );
}
