import { IconTile } from "#components/game/icon-tile.tsx";
import type { LiveSlot } from "#lib/builds/editor/bars.ts";
import { iconUrl } from "#lib/catalog/icon.ts";

/** Skills that follow from what is chosen elsewhere; each shows its figures when it is pointed at or focused. */
export function LiveBar({ name, slots }: { name: string; slots: readonly LiveSlot[] }) {
  return (
    <ul aria-label={name} className="grid grid-cols-5 gap-1.5 sm:flex sm:flex-wrap">
      {[...slots.entries()].map(([position, { key, skill }]) => (
        <li key={position} className="flex min-w-0 flex-col items-center gap-1 sm:w-16">
          {skill ? (
            <button
              type="button"
              className="live-skill rounded-md"
              data-fact={`skill:${skill.id}`}
              aria-label={`${skill.name}, ${key}`}
            >
              <IconTile name={skill.name} icon={skill.icon ? iconUrl(skill.icon) : null} size="lg" />
            </button>
          ) : (
            <span className="size-12 rounded-md border border-dashed border-line-strong" aria-hidden="true" />
          )}
          <span className="text-xs leading-none text-ink-faint">{key}</span>
          <span
            aria-hidden="true"
            className="line-clamp-2 w-full break-words text-center text-[0.6875rem] leading-tight text-ink-soft"
          >
            {skill?.name ?? "empty"}
          </span>
        </li>
      ))}
    </ul>
  );
}
