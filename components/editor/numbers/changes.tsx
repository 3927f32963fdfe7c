import { changeOf, type Figure, type FigureLookup } from "#lib/builds/editor/numbers/figures.ts";

/** The figures of the loadouts that are compared with; null for one that is not. */
export interface Compared {
  readonly saved: FigureLookup;
  readonly pinned: FigureLookup;
}

/** What became of a figure, in words; null where it did not change. */
export interface ChangeTexts {
  readonly saved: string | null;
  readonly pinned: string | null;
}

export function changeTexts(figure: Figure, { saved, pinned }: Compared): ChangeTexts {
  return { saved: changeOf(figure, saved), pinned: changeOf(figure, pinned) };
}

/** What became of a figure since the last save, and how far it is from the pinned build. Nothing where it did not change. */
export function Changes({ saved, pinned }: ChangeTexts) {
  return (
    <>
      {saved !== null && <Change change={saved} mark="" title="since the last save" />}
      {pinned !== null && <Change change={pinned} mark="◆ " title="against the pinned build" />}
    </>
  );
}

function Change({ change, mark, title }: { change: string; mark: string; title: string }) {
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
