"use client";

import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { statSetTitle } from "#lib/builds/schema.ts";
import { STAT_SET_PRESETS } from "#lib/gear/default-settings.ts";
import type { GearKit } from "#lib/gear/schema.ts";

/** The stat sets that may be worn anywhere, with choices for common roles. */
export function StatSetFields({
  kit,
  chosen,
  error,
  onChange,
}: {
  kit: GearKit;
  chosen: readonly string[];
  error: string | undefined;
  /** A preset was taken: the form has changed. */
  onChange: () => void;
}) {
  const list = useRef<HTMLFieldSetElement>(null);
  const names = kit.points.combinations.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "en"));

  function take(preset: readonly string[]) {
    for (const box of list.current?.querySelectorAll<HTMLInputElement>('input[name="sets"]') ?? []) {
      box.checked = preset.includes(box.value);
    }
    onChange();
  }

  return (
    <fieldset ref={list} aria-describedby={error ? "sets-error" : undefined}>
      <legend className="sr-only">Stat sets to choose from</legend>
      <div className="mb-3 flex flex-wrap gap-1.5">
        {Object.entries(STAT_SET_PRESETS).map(([name, preset]) => (
          <Button key={name} className="min-h-8 px-2.5 py-1 text-xs" onClick={() => take(preset)}>
            {name}
          </Button>
        ))}
      </div>
      {error && (
        <p id="sets-error" role="alert" className="mb-2 text-sm text-bad">
          {error}
        </p>
      )}
      <div className="grid grid-cols-2 gap-1">
        {names.map((name) => (
          <label
            key={name}
            className="flex min-w-0 items-center gap-2 rounded-md border border-transparent px-2 py-1.5 text-sm text-ink-soft has-checked:border-accent/60 has-checked:bg-raised has-checked:text-ink"
          >
            <input
              type="checkbox"
              name="sets"
              value={name}
              defaultChecked={chosen.includes(name)}
              className="shrink-0 accent-accent"
            />
            {statSetTitle(name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
