"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { GAME_MODE_NAMES, GAME_MODES, type GameMode } from "#lib/shared/game.ts";

/** Stays at the top: what is edited, the mode, undo and redo, what is kept, saving. */
export function EditorToolbar({
  heading,
  mode,
  setMode,
  steps,
  undo,
  redo,
  status,
  findings,
  help,
  save,
}: {
  heading: ReactNode;
  mode: GameMode;
  setMode: (mode: GameMode) => void;
  steps: { readonly undo: string | null; readonly redo: string | null };
  undo: () => void;
  redo: () => void;
  status: string;
  /** Number of things that the game does not allow. */
  findings: number;
  help: () => void;
  save: () => void;
}) {
  return (
    <div
      role="toolbar"
      aria-label="Editor"
      className="sticky top-0 z-20 -mx-4 mb-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-ground/95 px-4 py-2.5 backdrop-blur"
    >
      <div className="mr-auto flex min-w-0 flex-1 basis-48 items-center gap-2.5 sm:flex-none sm:basis-auto">
        {heading}
      </div>
      <Button tone="primary" className="sm:order-last" onClick={save}>
        Save
      </Button>
      <fieldset className="flex overflow-hidden rounded-lg border border-line-strong">
        <legend className="sr-only">Game mode</legend>
        {GAME_MODES.map((one) => (
          <label
            key={one}
            className="cursor-pointer px-3 py-1.5 text-sm text-ink-soft has-checked:bg-raised has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="editor-mode"
              className="sr-only"
              checked={one === mode}
              onChange={() => setMode(one)}
            />
            {GAME_MODE_NAMES[one]}
          </label>
        ))}
      </fieldset>
      <div className="flex gap-1">
        <StepButton
          label="Undo"
          step={steps.undo}
          act={undo}
          path="M6 4 2.5 7.5 6 11M3 7.5h6.5a4 4 0 0 1 0 8H7"
        />
        <StepButton
          label="Redo"
          step={steps.redo}
          act={redo}
          path="m10 4 3.5 3.5L10 11m3-3.5H6.5a4 4 0 0 0 0 8H9"
        />
        <Button
          tone="quiet"
          className="px-3"
          onClick={help}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
        >
          ?
        </Button>
      </div>
      {findings > 0 && (
        <a href="#findings" className="text-sm text-bad underline underline-offset-2">
          {`${findings} not allowed`}
        </a>
      )}
      <span className="text-xs text-ink-faint">{status}</span>
    </div>
  );
}

function StepButton({
  label,
  step,
  act,
  path,
}: {
  label: string;
  step: string | null;
  act: () => void;
  path: string;
}) {
  const name = step === null ? `${label}: nothing` : `${label}: ${step}`;
  return (
    <Button
      tone="quiet"
      className="px-2.5 aria-disabled:opacity-50"
      aria-disabled={step === null}
      onClick={act}
      aria-label={name}
      title={name}
    >
      <svg viewBox="0 0 16 18" className="size-4.5 fill-none stroke-current stroke-2" aria-hidden="true">
        <path d={path} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </Button>
  );
}
