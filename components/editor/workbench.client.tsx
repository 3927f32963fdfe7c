"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { IconTile } from "#components/game/icon-tile.tsx";
import type { DraftForm } from "#lib/builds/editor/draft.ts";
import { eliteLine } from "#lib/builds/editor/lines.ts";
import { changeMode } from "#lib/builds/editor/new-loadout.ts";
import { quickReport } from "#lib/builds/editor/numbers/live-report.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import type { GameMode, Profession } from "#lib/shared/game.ts";
import { ConflictPanel } from "./conflict-panel.client.tsx";
import type { EditorStart } from "./editor-start.ts";
import { EditorToolbar } from "./editor-toolbar.client.tsx";
import { FactPopover } from "./fact-popover.client.tsx";
import { FindingsPanel } from "./findings-panel.client.tsx";
import { LoadoutPanels } from "./loadout-panels.client.tsx";
import { LiveNumbers } from "./numbers/live-numbers.client.tsx";
import { Panel, SMALL_BUTTON } from "./panel.tsx";
import { ProfessionChoice } from "./profession-choice.client.tsx";
import type { SaveActions } from "./save-answer.ts";
import { SavePanel } from "./save-panel.client.tsx";
import { ShareButton } from "./share-button.client.tsx";
import type { EditLoadout, EditorAction, EditorState } from "./use-editor.client.ts";
import { type Saving, useSave } from "./use-save.client.ts";

/** The editor once its game data is there: toolbar, panels, figures, saving. */
export function Workbench({
  start,
  state,
  loadout,
  options,
  dispatch,
  change,
  actions,
  steps,
  undo,
  redo,
  help,
  saveShortcut,
  status,
  chooseProfession,
  onSaved,
}: {
  start: EditorStart;
  state: EditorState;
  loadout: Loadout;
  options: EditorOptions;
  dispatch: (action: EditorAction) => void;
  change: (label: string, next: Loadout) => void;
  actions: SaveActions;
  steps: { readonly undo: string | null; readonly redo: string | null };
  undo: () => void;
  redo: () => void;
  help: () => void;
  /** What the save key does. */
  saveShortcut: RefObject<() => void>;
  status: string;
  chooseProfession: (profession: Profession) => void;
  onSaved: () => void;
}) {
  const scope = useRef<HTMLDivElement>(null);
  const [pinned, setPinned] = useState(start.pinned);
  const [showsProfessions, setShowsProfessions] = useState(false);
  const edit: EditLoadout = useCallback(
    (make) => dispatch({ kind: "edit", make, options, at: Date.now() }),
    [dispatch, options],
  );
  const { findings } = quickReport(loadout, options.engine);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const saving = useSave(start, actions, onSaved);
  const { form, base } = state;
  const latest = useRef<Saving>({ loadout, form, base });
  useEffect(() => {
    latest.current = { loadout, form, base };
  });
  const { save: send } = saving;
  const save = useCallback(() => {
    if (latest.current.form.name.trim() === "") return focusField("editor-name");
    send(latest.current);
  }, [send]);
  useEffect(() => {
    saveShortcut.current = save;
  }, [saveShortcut, save]);
  const setForm = useCallback(
    (changes: Partial<DraftForm>) => dispatch({ kind: "form", form: changes }),
    [dispatch],
  );
  const setMode = useCallback((mode: GameMode) => edit((present) => changeMode(present, mode)), [edit]);
  const { newest } = saving.state;
  const elite = eliteLine(loadout, options);
  const title = elite?.name ?? loadout.profession;
  const icon = elite?.professionIconBig ?? options.catalog.professions.get(loadout.profession)?.iconBig;
  return (
    <div ref={scope}>
      <EditorToolbar
        heading={
          <>
            <IconTile name={title} icon={icon ? iconUrl(icon) : null} round />
            <span className="min-w-0">
              <h1 className="truncate text-lg leading-tight">
                {start.build ? `Edit ${start.build.name}` : title}
              </h1>
              <button
                type="button"
                className="text-xs text-ink-soft underline underline-offset-2"
                aria-expanded={showsProfessions}
                onClick={() => setShowsProfessions(!showsProfessions)}
              >
                {`${title === loadout.profession ? "" : `${loadout.profession}: `}change profession`}
              </button>
            </span>
          </>
        }
        mode={loadout.mode}
        setMode={setMode}
        steps={steps}
        undo={undo}
        redo={redo}
        status={status}
        findings={errors}
        help={help}
        save={() => focusField("editor-name")}
      />
      {showsProfessions && (
        <section
          aria-label="Change the profession"
          className="mb-5 rounded-xl border border-line bg-surface p-4"
        >
          <p className="mb-3 text-sm text-ink-soft">
            Equipment, assumptions and weapons that the new profession can hold are kept; undo brings the rest
            back.
          </p>
          <ProfessionChoice
            chosen={loadout.profession}
            choose={(profession) => {
              setShowsProfessions(false);
              chooseProfession(profession);
            }}
          />
        </section>
      )}
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="flex min-w-0 flex-col gap-5">
          <LoadoutPanels loadout={loadout} options={options} edit={edit} change={change} />
        </div>
        <aside className="flex min-w-0 flex-col gap-5 lg:sticky lg:top-20 lg:row-span-2 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
          <Panel id="findings" title="Legality">
            <FindingsPanel findings={findings} edit={edit} />
          </Panel>
          <Panel
            id="numbers"
            title="Figures"
            actions={
              <button
                type="button"
                className={SMALL_BUTTON}
                title="Later figures are compared with those of this moment"
                onClick={() => setPinned(pinned === loadout ? null : loadout)}
              >
                {pinned === null ? "Pin to compare" : pinned === loadout ? "Unpin" : "Pin this instead"}
              </button>
            }
          >
            <LiveNumbers
              loadout={loadout}
              saved={start.build?.loadout}
              pinned={pinned ?? undefined}
              options={options}
            />
          </Panel>
        </aside>
        <Panel
          id="save"
          title={start.build ? "Save changes" : "Save"}
          actions={
            <>
              {start.build && (
                <a href={`/b/${start.build.slug}`} className={SMALL_BUTTON}>
                  Back to the build
                </a>
              )}
              <ShareButton key={steps.undo} loadout={loadout} />
            </>
          }
        >
          <SavePanel
            form={form}
            setForm={setForm}
            state={saving.state}
            isEditing={start.build !== null}
            isSignedIn={start.isSignedIn}
            onSave={save}
          >
            {newest && (
              <ConflictPanel
                newest={newest}
                isSaving={saving.state.isSaving}
                onSaveOnTop={() => {
                  const onTop = { revision: newest.revision, details: newest.details };
                  dispatch({ kind: "rebase", base: onTop });
                  saving.save({ loadout, form, base: onTop });
                }}
                onSaveCopy={() => saving.saveCopy({ loadout, form, base })}
                onTakeTheirs={() => {
                  const { revision, details } = newest;
                  dispatch({
                    kind: "take",
                    label: `Revision ${revision} taken`,
                    loadout: newest.loadout,
                    form: { ...form, details },
                    base: { revision, details },
                    isChanged: true,
                    at: Date.now(),
                  });
                  saving.closeConflict();
                }}
                onClose={saving.closeConflict}
              />
            )}
          </SavePanel>
        </Panel>
      </div>
      <FactPopover scope={scope} loadout={loadout} options={options} />
    </div>
  );
}

function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
