import { IconTile } from "#components/game/icon-tile.tsx";
import { iconUrl } from "#lib/catalog/icon.ts";

/** A place for a pet or a legend; opens the list to choose from. */
export function CompanionButton({
  label,
  name,
  icon,
  note,
  fact,
  open,
}: {
  label: string;
  name: string | null;
  /** Of the catalogue. */
  icon: string | null;
  note: string | null;
  fact?: string | undefined;
  open: () => void;
}) {
  return (
    <button
      type="button"
      className="flex min-h-16 min-w-0 items-center gap-2.5 rounded-lg border border-line-strong p-2 text-left hover:border-ink-faint hover:bg-raised"
      aria-label={`${label}: ${name ?? "empty"}${note ? `, ${note}` : ""}`}
      aria-haspopup="dialog"
      data-fact={fact}
      onClick={open}
    >
      {name === null ? (
        <span
          aria-hidden="true"
          className="flex size-10 shrink-0 items-center justify-center rounded-full border border-dashed border-line-strong text-ink-faint"
        >
          +
        </span>
      ) : (
        <IconTile name={name} icon={icon ? iconUrl(icon) : null} round />
      )}
      <span className="flex min-w-0 flex-col">
        <span className="order-2 text-xs text-ink-faint">{label}</span>{" "}
        <span className={`text-sm leading-tight break-words ${name === null ? "text-ink-faint" : ""}`}>
          {name ?? "empty"}
        </span>{" "}
        {note && <span className="order-3 text-xs text-ink-faint">{note}</span>}
      </span>
    </button>
  );
}
