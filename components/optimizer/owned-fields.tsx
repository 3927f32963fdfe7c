import { INPUT_CLASS } from "#components/ui/field.tsx";
import { ownedText } from "#lib/gear/owned-text.ts";
import type { GearSettings } from "#lib/gear/schema.ts";

/** The pieces a player owns, by hand. */
export function OwnedFields({ settings, error }: { settings: GearSettings; error: string | undefined }) {
  return (
    <label className="flex flex-col gap-1.5 text-sm text-ink-soft">
      Only these pieces; empty: everything can be had
      <textarea
        name="own"
        rows={5}
        spellCheck={false}
        defaultValue={ownedText(settings.owned)}
        placeholder={"any: Berserker\nRing: Assassin x2\nHelm: Marauder exotic"}
        className={`${INPUT_CLASS} font-mono text-sm!`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "own-error" : "own-note"}
      />
      {error ? (
        <span id="own-error" role="alert" className="text-bad">
          {error}
        </span>
      ) : (
        <span id="own-note" className="text-xs text-ink-faint">
          One piece a line. “any” is a whole set; “x2” two of the same.
        </span>
      )}
    </label>
  );
}
