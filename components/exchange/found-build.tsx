import { IconTile } from "#components/game/icon-tile.tsx";
import { professionColour } from "#components/game/profession-colour.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import type { ImportedBuild } from "#lib/builds/exchange/import-view.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import { OutlineList } from "./outline-list.tsx";

/** One build of a pasted text before it is taken: what it is, what it holds, what is missing. */
export function FoundBuild({
  build,
  name,
  isChosen,
  mayChoose,
}: {
  build: ImportedBuild;
  name: string;
  isChosen: boolean;
  mayChoose: boolean;
}) {
  const { position, profession, title, mode, source, details, editorHref, editorLoses } = build;
  const colour = professionColour(profession);
  return (
    <li className="min-w-0 rounded-xl border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-3">
        <IconTile name={title} icon={null} size="lg" colour={colour} />
        <div className="min-w-0 grow">
          <p className="text-sm" style={{ color: colour }}>
            {title === profession ? profession : `${title} · ${profession}`}
          </p>
          {mayChoose ? (
            <input
              name="names"
              defaultValue={name}
              maxLength={80}
              aria-label={`Name of build ${position + 1}`}
              className={`${INPUT_CLASS} mt-1 py-1.5`}
            />
          ) : (
            <p className="font-medium break-words">{name}</p>
          )}
          <p className="mt-1.5 flex flex-wrap gap-1.5">
            <Badge tone="accent">{source}</Badge>
            <Badge>{GAME_MODE_NAMES[mode]}</Badge>
            {details.map((one) => (
              <Badge key={one}>{one}</Badge>
            ))}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {mayChoose && (
            <label className="inline-flex min-h-10 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="take"
                value={position}
                defaultChecked={isChosen}
                className="size-4 accent-accent"
              />
              Save
            </label>
          )}
          <ButtonLink href={editorHref}>Open in the editor</ButtonLink>
        </div>
      </div>
      <Missing build={build} />
      {editorLoses && <p className="mt-2 text-xs text-ink-faint">{editorLoses}</p>}
      <details className="mt-3 text-sm">
        <summary className="py-1 text-ink-soft">What it holds</summary>
        <OutlineList sections={build.outline} />
      </details>
    </li>
  );
}

function Missing({ build: { notHeld, lost, warnings } }: { build: ImportedBuild }) {
  return (
    <>
      {lost.length > 0 && (
        <div className="mt-3 rounded-lg border border-warn/40 bg-warn/8 px-3 py-2 text-sm">
          <p className="font-medium">Left out, because it could not be read</p>
          <dl className="mt-1 flex flex-col gap-1">
            {lost.map(({ field, message }) => (
              <div key={field}>
                <dt className="inline font-mono text-xs break-all text-ink">{field || "the whole"}: </dt>
                <dd className="inline text-ink-soft">{message}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {warnings.length > 0 && (
        <ul className="mt-3 text-sm text-warn">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {notHeld && <p className="mt-3 text-sm text-ink-faint">{notHeld}</p>}
    </>
  );
}
