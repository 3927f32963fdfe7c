"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { DraftForm } from "#lib/builds/editor/draft.ts";
import type { EditBase, NewestState } from "#lib/builds/editor/save-schema.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import type { EditorStart } from "./editor-start.ts";
import type { SaveActions, SaveAnswer } from "./save-answer.ts";

export interface SaveState {
  readonly isSaving: boolean;
  readonly message: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** What was saved meanwhile by somebody else; null where nothing was. */
  readonly newest: NewestState | null;
}

const IDLE: SaveState = { isSaving: false, message: null, fields: {}, newest: null };

export interface Saving {
  readonly loadout: Loadout;
  readonly form: DraftForm;
  readonly base: EditBase | null;
}

/** Saving, and what came of it. Whatever goes wrong, everything that was typed stays. */
export function useSave(start: EditorStart, actions: SaveActions, onSaved: () => void) {
  const [state, setState] = useState<SaveState>(IDLE);

  const savedLatest = useRef(onSaved);
  useEffect(() => {
    savedLatest.current = onSaved;
  });

  return useMemo(() => {
    async function run(send: Promise<SaveAnswer | null>): Promise<void> {
      setState((before) => ({ ...IDLE, isSaving: true, newest: before.newest }));
      try {
        const answer = await send;
        if (!answer) return setState({ ...IDLE, message: NO_ANSWER });
        if (!answer.ok) return setState({ ...IDLE, message: answer.error.message, fields: answer.fields });
        const { value } = answer;
        if (value.kind === "conflict") return setState({ ...IDLE, newest: value.newest });
        if (value.kind === "saved") savedLatest.current();
        window.location.assign(value.kind === "saved" ? `/b/${value.slug}` : signUpAddress(start));
      } catch {
        setState((before) => ({ ...IDLE, message: NO_ANSWER, newest: before.newest }));
      }
    }
    return {
      state,
      /** Saves a new build, or the edited one as the revision after `base`. */
      save: (saving: Saving) =>
        run(
          start.build && saving.base
            ? actions.saveChange(changeForm(start.build.slug, saving, saving.base))
            : actions.saveNew(newForm(saving, start.original?.slug)),
        ),
      /** Saves it as a build of its own, the edited one stays as it is. */
      saveCopy: (saving: Saving) => run(actions.saveNew(newForm(saving, start.build?.slug))),
      closeConflict: () => setState(IDLE),
    };
  }, [state, start, actions]);
}

const NO_ANSWER =
  "The server did not answer. Everything is kept in this browser: try again, or load the page again later.";

/** Through sign-up and back to the same draft. */
function signUpAddress({ build }: EditorStart): string {
  const { search } = window.location;
  const back = build ? `/builds/${build.slug}/edit#save` : `/builds/new${search}#save`;
  return `/sign-up?${new URLSearchParams({ next: back })}`;
}

function newForm({ loadout, form }: Saving, from: string | undefined): FormData {
  const data = commonForm(loadout, form);
  if (from) data.set("from", from);
  return data;
}

function changeForm(slug: string, { loadout, form }: Saving, base: EditBase): FormData {
  const data = commonForm(loadout, form);
  data.set("slug", slug);
  data.set("note", form.note);
  data.set("base", JSON.stringify(base));
  return data;
}

function commonForm(loadout: Loadout, { name, visibility, details }: DraftForm): FormData {
  const data = new FormData();
  data.set("loadout", JSON.stringify(loadout));
  data.set("details", JSON.stringify(details));
  data.set("name", name);
  data.set("visibility", visibility);
  return data;
}
