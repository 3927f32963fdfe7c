import { changeOf, type Figure, type FigureLookup } from "#lib/builds/editor/numbers/figures.ts";

/** The figures of the loadouts that are compared with; null for one that is not. */
export interface Compared {
  readonly saved: FigureLookup;
  readonly pinned: FigureLookup;
}

export const NOT_COMPARED: Compared = { saved: null, pinned: null };

/** What became of a figure since the last save, and how far it is from the pinned build. Nothing where it did not change. */
export function Changes({ figure, compared }: { figure: Figure; compared: Compared }) {
  return (
    <>
      <Change figure={figure} before={compared.saved} mark="" title="since the last save" />
      <Change figure={figure} before={compared.pinned} mark="◆ " title="against the pinned build" />
    </>
  );
}

function Change({
  figure,
  before,
  mark,
  title,
}: {
  figure: Figure;
  before: FigureLookup;
  mark: string;
  title: string;
}) {
  const change = changeOf(figure, before);
  if (change === null) return null;
  return (
    <span
      title={title}
      className={`block text-xs leading-tight ${change.startsWith("+") ? "text-good" : "text-bad"}`}
    >
      <span aria-hidden="true">{mark}</span>
      {change}
      <span className="sr-only"> {title}</span>
    </span>
  );
}
