import type { ReactNode } from "react";
import { IconTile } from "#components/game/icon-tile.tsx";
import { professionColour } from "#components/game/profession-colour.ts";
import type { Profession } from "#lib/shared/game.ts";

/** Top of a build page: profession, name, what it is, and what can be done with it. */
export function BuildHeader({
  name,
  profession,
  title,
  icon,
  badges,
  children,
}: {
  name: string;
  profession: Profession;
  title: string;
  icon: string | null;
  badges: ReactNode;
  /** Buttons. */
  children: ReactNode;
}) {
  const colour = professionColour(profession);
  return (
    <header className="mb-8 flex flex-col gap-4 sm:flex-row sm:items-center">
      <div className="flex min-w-0 items-center gap-4">
        <IconTile name={title} icon={icon} size="xl" colour={colour} />
        <div className="min-w-0">
          <h1 className="text-2xl leading-tight break-words sm:text-3xl">{name}</h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm text-ink-soft">
            <span style={{ color: colour }}>
              {title === profession ? profession : `${title} · ${profession}`}
            </span>
            {badges}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2 sm:ml-auto sm:justify-end">{children}</div>
    </header>
  );
}
