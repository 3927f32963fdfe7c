import { IconTile } from "#components/game/icon-tile.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { GearChoice } from "#lib/builds/editor/gear/gear-choices.ts";
import { givenText } from "#lib/builds/editor/gear/given.ts";

/** What is chosen in a slot; opens the list to choose from. */
export function ChoiceButton({
  label,
  kind,
  empty,
  choice,
  shown,
  isFirst = false,
  wide = false,
  open,
  clear,
}: {
  /** What it is for, in full: "Helm, stat set". */
  label: string;
  /** The kind of choice: arrows up and down stay with it. */
  kind: string;
  /** What an empty slot says. */
  empty: string;
  choice: GearChoice | null;
  /** Short form of the name. */
  shown?: string | undefined;
  /** The stop of the Tab key in its group. */
  isFirst?: boolean;
  wide?: boolean;
  open: () => void;
  /** Empties the slot; the Delete key does. */
  clear: () => void;
}) {
  const chosen = choice ? (shown ?? choice.name) : null;
  // What is seen is part of what is read out, so that it can be said to press it.
  const inFull =
    choice && chosen && !choice.name.includes(chosen) ? `${choice.name} (${chosen})` : choice?.name;
  return (
    <button
      type="button"
      data-stop={kind}
      tabIndex={isFirst ? 0 : -1}
      aria-haspopup="dialog"
      aria-label={`${label}: ${inFull ?? "none"}`}
      title={choice ? givenText(choice.given) : undefined}
      className={classNames(
        "inline-flex min-h-9 min-w-0 items-center gap-2 rounded-md border px-2 py-1 text-left text-sm hover:border-ink-faint hover:bg-raised",
        choice ? "border-line-strong" : "border-line border-dashed text-ink-faint",
        wide && "w-full",
      )}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== "Delete" || !choice) return;
        event.preventDefault();
        clear();
      }}
    >
      {choice?.icon && <IconTile name={choice.name} icon={choice.icon} size="sm" />}
      <span className="min-w-0 truncate">{chosen ?? empty}</span>
    </button>
  );
}
