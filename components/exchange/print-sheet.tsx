import { Notes } from "#components/builds/build-notes.tsx";
import { buildOutline } from "#lib/builds/exchange/build-outline.ts";
import type { BuildPage } from "#lib/builds/view.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";

/** A build by name alone, as a sheet of paper. Its look is in app/globals.css. */
export function PrintSheet({ build, address }: { build: BuildPage; address: string }) {
  const { view, details, slug } = build;
  const stated = [details.role, details.difficulty && `${details.difficulty} to play`, ...details.activities];
  return (
    <article className="print-sheet">
      <p className="print-hint">
        Print this page with your browser. <a href={`/b/${slug}`}>Back to the build</a>
      </p>
      <header>
        <h1>{build.name}</h1>
        <p>
          {[
            ...new Set([view.title, view.profession]),
            GAME_MODE_NAMES[view.mode],
            ...stated.filter(Boolean),
            ...(build.ownerName ? [`by ${build.ownerName}`] : []),
          ].join(" · ")}
        </p>
      </header>
      <div className="print-columns">
        {buildOutline(view).map(({ title, lines }) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {[...lines.entries()].map(([position, { label, parts }]) => (
                <div key={position}>
                  <dt>{label}</dt>
                  <dd>{parts.join(", ")}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {details.rotation && (
        <section>
          <h2>Rotation</h2>
          <Notes view={details.rotation} scope="rotation" />
        </section>
      )}
      {details.notes && (
        <section>
          <h2>Notes</h2>
          <Notes view={details.notes} scope="note" />
        </section>
      )}
      <footer>
        <p>
          Chat link: <code>{build.chatLink}</code>
        </p>
        <p>{address}</p>
        <p>
          State of {build.updatedAt.toISOString().slice(0, 10)}.
          {build.missing.length > 0 && ` No longer in the game data: ${build.missing.join(", ")}.`}
        </p>
      </footer>
    </article>
  );
}
