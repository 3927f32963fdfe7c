"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { professionStyle } from "#components/game/profession-colour.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Draft } from "#lib/builds/editor/draft.ts";
import { nextSteps } from "#lib/builds/editor/history.ts";
import { changeProfession, emptyLoadout } from "#lib/builds/editor/new-loadout.ts";
import type { Profession } from "#lib/shared/game.ts";
import { DraftNotices } from "./draft-notices.client.tsx";
import type { EditorStart } from "./editor-start.ts";
import { ProfessionChoice } from "./profession-choice.client.tsx";
import type { SaveActions } from "./save-answer.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.client.tsx";
import { useDraft } from "./use-draft.client.ts";
import { type EditorAction, type EditorState, initialState, useEditor } from "./use-editor.client.ts";
import { loadOptions, useOptions } from "./use-options.client.ts";
import { usePastedBuild } from "./use-pasted-build.client.ts";
import { useShortcuts } from "./use-shortcuts.client.ts";
import { Workbench } from "./workbench.client.tsx";

/** The editor of whole loadouts. Everything that is typed is kept in the browser until it is saved. */
export function Editor({ start, actions }: { start: EditorStart; actions: SaveActions }) {
  const { state, dispatch, change } = useEditor(start);
  const [showsHelp, setShowsHelp] = useState(false);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(start.problem);
  const takeDraft = useCallback(
    (draft: Draft) => {
      dispatch(takenDraft(draft));
      setRestoredAt(draft.savedAt);
    },
    [dispatch],
  );
  const drafts = useDraft(start.subject, state, takeDraft);
  const loadout = state.history?.present.loadout ?? null;
  const [loaded, retry] = useOptions(loadout?.profession ?? null);
  const options =
    loaded.kind === "ready" && loaded.options.profession === loadout?.profession ? loaded.options : null;
  const steps = useMemo(
    () => (state.history ? nextSteps(state.history) : { undo: null, redo: null }),
    [state.history],
  );
  const undo = useCallback(() => dispatch({ kind: "undo" }), [dispatch]);
  const redo = useCallback(() => dispatch({ kind: "redo" }), [dispatch]);
  const help = useCallback(() => setShowsHelp(true), []);
  const save = useRef<() => void>(focusName);
  usePastedBuild();
  useShortcuts({ undo, redo, help, save: () => save.current() });

  const discard = () => {
    drafts.forget();
    setRestoredAt(null);
    dispatch(startedAgain(start));
  };
  const chooseProfession = async (profession: Profession) => {
    if (!loadout) return change(`New ${profession}`, emptyLoadout(profession));
    try {
      const next = await loadOptions(profession);
      dispatch({
        kind: "edit",
        make: (present) => changeProfession(present, next),
        options: next,
        at: Date.now(),
      });
      setProblem(null);
    } catch {
      setProblem(`The game data of the ${profession} did not arrive. Check the connection and choose again.`);
    }
  };

  return (
    <div
      style={loadout ? professionStyle(loadout.profession) : undefined}
      data-ready={options ? "" : undefined}
    >
      <p role="status" aria-live="polite" className="sr-only">
        {state.said}
      </p>
      {problem && (
        <Notice tone="bad" alert className="mb-4">
          {problem}
        </Notice>
      )}
      <DraftNotices
        drafts={drafts}
        restoredAt={restoredAt}
        discard={discard}
        keep={() => setRestoredAt(null)}
        take={(draft) => {
          takeDraft(draft);
          drafts.closeOffer();
        }}
      />
      {!loadout && (
        <section aria-labelledby="profession-title">
          <h1 className="text-3xl">New build</h1>
          <p id="profession-title" className="mt-1 mb-5 text-ink-soft">
            Choose a profession. Everything you choose is kept in this browser until you save it.
          </p>
          <ProfessionChoice chosen={null} choose={chooseProfession} />
        </section>
      )}
      {loadout && options && (
        <Workbench
          start={start}
          state={state}
          loadout={loadout}
          options={options}
          dispatch={dispatch}
          change={change}
          actions={actions}
          steps={steps}
          undo={undo}
          redo={redo}
          help={help}
          saveShortcut={save}
          status={statusOf(state, drafts.keptAt, drafts.isKept)}
          chooseProfession={chooseProfession}
          onSaved={drafts.forget}
        />
      )}
      {loadout && !options && (
        <h1 className="mb-4 text-3xl">
          {start.build ? `Edit ${start.build.name}` : `New ${loadout.profession}`}
        </h1>
      )}
      {loadout && !options && loaded.kind === "failed" && (
        <Notice tone="warn" title="The game data did not arrive">
          <p className="mb-2">{loaded.message}</p>
          <Button onClick={retry}>Try again</Button>
        </Notice>
      )}
      {loadout && !options && loaded.kind !== "failed" && <Loading profession={loadout.profession} />}
      {showsHelp && <ShortcutsDialog onClose={() => setShowsHelp(false)} />}
    </div>
  );
}

function Loading({ profession }: { profession: Profession }) {
  return (
    <div role="status">
      <p className="mb-4 text-ink-soft">{`Loading the skills and traits of the ${profession} …`}</p>
      <div
        aria-hidden="true"
        className="grid gap-4 motion-safe:animate-pulse lg:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <div className="flex flex-col gap-4">
          {["h-96", "h-40", "h-56"].map((height) => (
            <div key={height} className={`${height} rounded-xl border border-line bg-surface`} />
          ))}
        </div>
        <div className="h-96 rounded-xl border border-line bg-surface" />
      </div>
    </div>
  );
}

function takenDraft({ loadout, form, base }: Draft): EditorAction {
  return { kind: "take", label: "Draft restored", loadout, form, base, isChanged: true, at: 0 };
}

/** As the page was opened. */
function startedAgain(start: EditorStart): EditorAction {
  return { kind: "reset", state: { ...initialState(start), said: "Draft discarded" } };
}

function statusOf({ isChanged }: EditorState, keptAt: number | null, isKept: boolean): string {
  if (!isKept) return "This browser keeps no drafts: save before you leave";
  return isChanged && keptAt !== null ? "Draft kept" : "";
}

function focusName(): void {
  document.getElementById("editor-name")?.focus();
}
