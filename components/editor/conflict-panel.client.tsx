"use client";

import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import type { NewestState } from "#lib/builds/editor/save-schema.ts";
import type { LoadoutDifference } from "#lib/builds/view.ts";

/** The build was saved elsewhere meanwhile: what is otherwise there, and what can be done. Nothing is saved yet. */
export function ConflictPanel({
  newest,
  isSaving,
  onSaveOnTop,
  onSaveCopy,
  onTakeTheirs,
  onClose,
}: {
  newest: NewestState;
  isSaving: boolean;
  onSaveOnTop: () => void;
  onSaveCopy: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="conflict-title" className="rounded-lg border border-warn/40 bg-warn/8 p-4">
      <h3 id="conflict-title" ref={heading} tabIndex={-1} className="text-lg">
        This build was saved elsewhere in the meantime
      </h3>
      <p className="mt-1 text-sm text-ink-soft">
        {`Revision ${newest.revision} is newer than what you started from. Nothing is lost: yours stands in the editor, theirs in the history.`}
      </p>
      <Differences
        title={`What revision ${newest.revision} changed`}
        lines={newest.theirs}
        none="Only its name or visibility."
      />
      <Differences
        title="What saving yours would change in it"
        lines={newest.mine}
        none="Nothing: both are alike."
      />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button tone="primary" disabled={isSaving} onClick={onSaveOnTop}>
          Save mine on top
        </Button>
        <Button disabled={isSaving} onClick={onSaveCopy}>
          Save mine as a copy
        </Button>
        <Button disabled={isSaving} onClick={onTakeTheirs}>
          Take theirs into the editor
        </Button>
        <Button tone="quiet" disabled={isSaving} onClick={onClose}>
          Go on editing
        </Button>
      </div>
    </section>
  );
}

function Differences({
  title,
  lines,
  none,
}: {
  title: string;
  lines: readonly LoadoutDifference[];
  none: string;
}) {
  return (
    <div className="mt-4">
      <h4 className="text-sm font-medium">{title}</h4>
      {lines.length === 0 ? (
        <p className="text-sm text-ink-soft">{none}</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-1 text-sm">
          {lines.map(({ what, before, after }) => (
            <li key={what} className="break-words">
              <span className="text-ink-faint">{what}: </span>
              <span className="text-ink-soft line-through">{before ?? "nothing"}</span>
              {" → "}
              <span>{after ?? "nothing"}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
