"use client";

import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { SECTIONS } from "./sections.ts";
import { useModal } from "./use-modal.client.ts";

const SHORTCUTS: readonly (readonly [
  title: string,
  lines: readonly (readonly [keys: string, what: string])[],
])[] = [
  [
    "Anywhere",
    [
      ["Ctrl+Z", "Undo, as often as there are steps"],
      ["Ctrl+Shift+Z or Ctrl+Y", "Do it again"],
      ["Ctrl+S", "Save"],
      ["Ctrl+V", "Opens a copied build link or JSON: shown first, and your draft stays"],
      ["?", "This list"],
      ["Escape", "Closes a list or a card"],
    ],
  ],
  ["Go to", SECTIONS.map(({ key, title }) => [`G, then ${key.toUpperCase()}`, title] as const)],
  [
    "Traits and skills",
    [
      ["Tab", "From line to line, from bar to bar"],
      ["Arrow keys", "Within a line or a bar; the figures of what has the focus are shown"],
      ["Enter or Space", "Chooses a trait, opens the list of a slot"],
      ["Delete", "Empties a skill slot"],
      ["Alt+← and Alt+→", "Exchanges a utility skill with its neighbour"],
    ],
  ],
  [
    "Equipment",
    [
      ["Tab", "From weapons to armor, trinkets and upgrades"],
      ["Arrow keys, Home, End", "From piece to piece and within one"],
      ["Enter or Space", "Opens the list of a slot, changes the rarity"],
      ["Delete", "Empties a slot"],
      ["Ctrl+C and Ctrl+V", "Copies a piece, puts it on another"],
    ],
  ],
  [
    "In a list",
    [
      ["Letters", "Search by name; equipment by attribute as well"],
      ["↑ ↓, Page up, Page down, Home, End", "Move"],
      ["Enter", "Chooses"],
      ["Delete with an empty search", "Takes out what is chosen"],
    ],
  ],
];

/** Every key that the editor knows. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="shortcuts-title"
      className="m-auto max-h-[92dvh] w-[min(40rem,calc(100vw-1rem))] overflow-y-auto rounded-xl border border-line-strong bg-surface p-5 text-ink shadow-2xl backdrop:bg-black/60"
      onClose={onClose}
    >
      <div className="mb-4 flex items-center justify-between gap-3">
        <h2 id="shortcuts-title" className="text-xl">
          Keyboard
        </h2>
        <Button tone="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
      {SHORTCUTS.map(([title, lines]) => (
        <section key={title} className="mb-4">
          <h3 className="mb-1 text-sm text-ink-faint">{title}</h3>
          <dl className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)] sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
            {lines.map(([keys, what]) => (
              <div key={keys} className="col-span-2 grid grid-cols-subgrid">
                <dt>
                  <kbd className="font-sans text-accent">{keys}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  );
}
