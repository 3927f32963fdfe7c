"use client";

import { type ReactNode, useMemo, useState } from "react";
import { Picker, type PickerItem } from "#components/editor/picker.client.tsx";
import { type GearChoice, isAlike } from "#lib/builds/editor/gear/gear-choices.ts";
import { givenText } from "#lib/builds/editor/gear/given.ts";
import { searchChoices } from "#lib/builds/editor/gear/search-choices.ts";

/** More are found by typing. */
const SHOWN = 60;

/** What is being picked. */
export interface Picking<Id extends string | number = string | number> {
  readonly title: string;
  readonly choices: readonly GearChoice<Id>[];
  /** What is there now; null for an empty slot. */
  readonly chosen: GearChoice<Id> | null;
  readonly choose: (id: Id) => void;
  /** Absent where there is nothing to take out. */
  readonly clear?: (() => void) | undefined;
  /** What a choice would make of the numbers. */
  readonly preview?: ((id: Id) => ReactNode) | undefined;
}

/** List of equipment to choose from, searched by name and by what it gives. */
export function GearPicker<Id extends string | number>({
  picking: { title, choices, chosen, choose, clear, preview },
  close,
}: {
  picking: Picking<Id>;
  close: () => void;
}) {
  const [text, setText] = useState("");
  const found = useMemo(() => searchChoices(choices, text), [choices, text]);
  const worn = chosen && choices.find((choice) => choice.id === chosen.id || isAlike(choice, chosen));
  // What is worn is in view however far down the list it stands.
  const first = worn && found.includes(worn) ? [worn, ...found.filter((choice) => choice !== worn)] : found;
  const shown = first.slice(0, SHOWN);
  return (
    <Picker
      title={title}
      items={shown.map((choice) => itemOf(choice, choice === worn ? "Chosen now" : "To choose from"))}
      chosen={worn?.id ?? null}
      text={text}
      setText={setText}
      placeholder="Search by name or attribute: power, condition duration …"
      onChoose={(id) => {
        choose(id);
        close();
      }}
      onClear={
        clear &&
        (() => {
          clear();
          close();
        })
      }
      onClose={close}
      filters={
        <p role="status" className="text-xs text-ink-faint">
          {first.length > shown.length
            ? `The first ${shown.length} of ${first.length}; type to narrow them down.`
            : `${first.length} found`}
        </p>
      }
      details={(id) => {
        const choice = shown.find((one) => one.id === id);
        return choice && <Details choice={choice} preview={preview?.(id)} />;
      }}
      empty="Nothing has this name or gives this. Try one word of it, or an attribute."
    />
  );
}

function itemOf<Id extends string | number>(
  { id, name, icon, given }: GearChoice<Id>,
  group: string,
): PickerItem<Id> {
  return { id, name, icon, note: givenText(given) || "What it gives is not in the game data.", group };
}

function Details({ choice: { name, given }, preview }: { choice: GearChoice; preview: ReactNode }) {
  return (
    <>
      <p className="font-display text-base leading-tight">{name}</p>
      <ul className="mt-2 flex flex-col gap-1 text-sm text-ink-soft">
        {[...given.entries()].map(([position, { text }]) => (
          <li key={position}>{text}</li>
        ))}
      </ul>
      {preview}
    </>
  );
}
