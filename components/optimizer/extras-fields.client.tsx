"use client";

import { useState } from "react";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { EXTRA_SLOTS, type ExtraSlot } from "#lib/engine/mechanics.ts";
import { EXTRA_NAMES } from "#lib/gear/result-view.ts";
import type { ExtraOption, GearKit, GearSettings } from "#lib/gear/schema.ts";
import { NOTHING } from "#lib/gear/settings-link.ts";

/** Rune, sigils, relic, food and utility item to try: every combination of what is checked is searched. */
export function ExtrasFields({
  kit,
  settings,
  onChange,
}: {
  kit: GearKit;
  settings: GearSettings;
  onChange: () => void;
}) {
  return EXTRA_SLOTS.map((slot) => (
    <ExtraList
      key={slot}
      slot={slot}
      kit={kit}
      chosen={settings.extras[slot] ?? [kit.current?.extras[slot] ?? ""]}
      onChange={onChange}
    />
  ));
}

function ExtraList({
  slot,
  kit,
  chosen,
  onChange,
}: {
  slot: ExtraSlot;
  kit: GearKit;
  chosen: readonly string[];
  onChange: () => void;
}) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const options = kit.extras[slot];
  const shownIds = new Set([...chosen, ...kit.suggested[slot], ...added]);
  const shown = options.filter(({ id }) => shownIds.has(id));
  const others = options.filter(({ id }) => !shownIds.has(id));
  const name = EXTRA_NAMES[slot];

  function add(id: string) {
    if (id === "") return;
    setAdded((before) => [...before, id]);
    // The new box is drawn checked before the form is read again.
    setTimeout(onChange, 0);
  }

  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-ink-soft">{name}</legend>
      <div className="flex flex-col">
        <Choice slot={slot} value={NOTHING} label="None" checked={chosen.includes("")} />
        {shown.map((option) => (
          <Choice
            key={option.id}
            slot={slot}
            value={option.id.slice(option.id.indexOf(":") + 1)}
            label={option.name}
            note={noteOf(option)}
            checked={chosen.includes(option.id) || added.includes(option.id)}
          />
        ))}
      </div>
      {others.length > 0 && (
        <select
          aria-label={`Add another ${name.toLowerCase()} to try`}
          value=""
          onChange={(event) => add(event.target.value)}
          className={`${INPUT_CLASS} mt-1 py-1.5! text-sm!`}
        >
          <option value="">Add another…</option>
          {others.map(({ id, name: label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

function Choice({
  slot,
  value,
  label,
  note,
  checked,
}: {
  slot: ExtraSlot;
  value: string;
  label: string;
  note?: string | undefined;
  checked: boolean;
}) {
  return (
    <label className="flex items-start gap-2 rounded-md px-2 py-1 text-sm text-ink-soft has-checked:bg-raised has-checked:text-ink">
      <input
        type="checkbox"
        name={slot}
        value={value}
        defaultChecked={checked}
        className="mt-1 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        {label}
        {note && <span className="block text-xs text-warn">{note}</span>}
      </span>
    </label>
  );
}

function noteOf({ amountUnknown, sources }: ExtraOption): string | undefined {
  if (amountUnknown) return "How often it acts is unknown here, so it counts nothing.";
  return sources.every(({ effects }) => effects.length === 0) ? "No figure of it is modelled." : undefined;
}
