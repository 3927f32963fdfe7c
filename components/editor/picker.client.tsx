"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconTile } from "#components/game/icon-tile.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { useModal } from "./use-modal.client.ts";

/** One thing that can be chosen. */
export interface PickerItem<Id> {
  readonly id: Id;
  readonly name: string;
  /** Address; null for the tile with initials. */
  readonly icon: string | null;
  /** Small words below the name. */
  readonly note: string | null;
  /** Items of one group stand together under this heading. */
  readonly group: string;
  /** Why it is unusual here, for instance "needs Firebrand". */
  readonly caution?: string | null;
}

interface PickerProps<Id> {
  readonly title: string;
  /** In their order, groups together. */
  readonly items: readonly PickerItem<Id>[];
  readonly chosen: Id | null;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly placeholder: string;
  readonly onChoose: (id: Id) => void;
  /** Empties the slot; absent where there is nothing to empty. */
  readonly onClear?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly filters?: ReactNode;
  /** What is known of the item that is looked at. */
  readonly details?: (id: Id) => ReactNode;
  /** Said where nothing is found. */
  readonly empty: string;
}

/**
 * A searchable list over the page. The search field keeps the focus; arrows, Home, End and Page keys move through the
 * list, Enter chooses, Escape closes.
 */
export function Picker<Id extends string | number>(props: PickerProps<Id>) {
  const { title, items, chosen, text, onChoose, onClear, onClose, filters, details, empty } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [looked, setLooked] = useState<Id | null>(null);
  const position = Math.max(
    0,
    items.findIndex(({ id }) => id === (looked ?? chosen)),
  );
  const current = items[position];

  // The dialog would give the focus to its first button, which takes out what is chosen.
  useModal(dialog, search);
  useEffect(() => {
    if (current) document.getElementById(optionId(listId, current.id))?.scrollIntoView({ block: "nearest" });
  }, [current, listId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (steps !== undefined) {
      event.preventDefault();
      const next = items[Math.min(items.length - 1, Math.max(0, position + steps))];
      if (next) setLooked(next.id);
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      onChoose(current.id);
    } else if (event.key === "Delete" && text === "" && onClear) {
      event.preventDefault();
      onClear();
    }
  };

  return (
    <dialog
      ref={dialog}
      aria-label={title}
      className="m-auto flex max-h-[min(44rem,92dvh)] w-[min(54rem,calc(100vw-1rem))] flex-col overflow-hidden rounded-xl border border-line-strong bg-surface p-0 text-ink shadow-2xl backdrop:bg-black/60"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="flex flex-col gap-3 border-b border-line p-3 sm:p-4">
        <div className="flex items-center justify-between gap-3">
          <h2 className="text-lg leading-tight">{title}</h2>
          <span className="flex gap-1">
            {onClear && (
              <button
                type="button"
                className="rounded-md px-3 py-1.5 text-sm text-ink-soft hover:bg-raised"
                onClick={onClear}
              >
                Take out
              </button>
            )}
            <button
              type="button"
              className="rounded-md px-3 py-1.5 text-sm text-ink-soft hover:bg-raised"
              onClick={onClose}
            >
              Close
            </button>
          </span>
        </div>
        <input
          ref={search}
          className={INPUT_CLASS}
          role="combobox"
          aria-label={props.placeholder}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={current ? optionId(listId, current.id) : undefined}
          placeholder={props.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            setLooked(null);
            props.setText(target.value);
          }}
          onKeyDown={onKeyDown}
        />
        {filters}
      </div>
      <div className="flex min-h-0 flex-1">
        <div
          id={listId}
          role="listbox"
          aria-label={title}
          className="min-h-40 min-w-0 flex-1 overflow-y-auto p-2"
          tabIndex={-1}
        >
          {[...Map.groupBy(items, ({ group }) => group)].map(([group, members]) => (
            <fieldset key={group} aria-label={group}>
              <p aria-hidden="true" className="px-2 pt-2 pb-1 text-xs text-ink-faint">
                {group}
              </p>
              {members.map((item) => (
                <Option
                  key={item.id}
                  item={item}
                  id={optionId(listId, item.id)}
                  isChosen={item.id === chosen}
                  isLooked={item.id === current?.id}
                  look={setLooked}
                  choose={onChoose}
                />
              ))}
            </fieldset>
          ))}
          {items.length === 0 && <p className="p-4 text-sm text-ink-soft">{empty}</p>}
        </div>
        {details && current && (
          <div
            className="hidden w-72 shrink-0 overflow-y-auto border-l border-line p-4 sm:block"
            aria-live="polite"
          >
            {details(current.id)}
          </div>
        )}
      </div>
    </dialog>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function Option<Id extends string | number>({
  item,
  id,
  isChosen,
  isLooked,
  look,
  choose,
}: {
  item: PickerItem<Id>;
  id: string;
  isChosen: boolean;
  isLooked: boolean;
  look: (id: Id) => void;
  choose: (id: Id) => void;
}) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      data-looked={isLooked || undefined}
      className="flex cursor-pointer items-center gap-3 rounded-lg px-2 py-1.5 data-looked:bg-raised aria-selected:text-accent"
      onPointerMove={() => !isLooked && look(item.id)}
      onClick={() => choose(item.id)}
      onKeyDown={(event) => event.key === "Enter" && choose(item.id)}
    >
      <IconTile name={item.name} icon={item.icon} />
      <span className="min-w-0 flex-1">
        <span className="block text-sm leading-snug">{item.name}</span>
        {item.note && <span className="block text-xs text-ink-faint">{item.note}</span>}
      </span>
      {item.caution && <span className="text-right text-xs text-warn">{item.caution}</span>}
    </div>
  );
}

function optionId(list: string, id: string | number): string {
  return `${list}-${id}`;
}
