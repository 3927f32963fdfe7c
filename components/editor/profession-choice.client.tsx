"use client";

import { IconTile } from "#components/game/icon-tile.tsx";
import { professionColour } from "#components/game/profession-colour.ts";
import { PROFESSIONS, type Profession } from "#lib/shared/game.ts";

/** The nine professions; `chosen` is the present one. */
export function ProfessionChoice({
  chosen,
  choose,
}: {
  chosen: Profession | null;
  choose: (profession: Profession) => void;
}) {
  return (
    <ul
      aria-label="Professions"
      className="grid grid-cols-2 gap-2 xs:grid-cols-3 sm:grid-cols-5 lg:grid-cols-9"
    >
      {PROFESSIONS.map((profession) => (
        <li key={profession}>
          <button
            type="button"
            aria-pressed={profession === chosen}
            className="flex size-full min-h-14 items-center gap-2 rounded-lg border border-line-strong p-2 text-left text-sm hover:bg-raised aria-pressed:border-accent lg:flex-col lg:text-center"
            onClick={() => choose(profession)}
          >
            <IconTile name={profession} icon={null} colour={professionColour(profession)} round />
            <span className="min-w-0 break-words">{profession}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
