"use client";

import { useCallback, useReducer } from "react";
import type { DraftForm } from "#lib/builds/editor/draft.ts";
import type { Edit } from "#lib/builds/editor/edit.ts";
import { type History, recordStep, redo, startHistory, undo } from "#lib/builds/editor/history.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { EditBase } from "#lib/builds/editor/save-schema.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import type { EditorStart } from "./editor-start.ts";

/** Everything that is being edited. */
export interface EditorState {
  /** Null until a profession is chosen. */
  readonly history: History | null;
  readonly form: DraftForm;
  readonly base: EditBase | null;
  /** Whether there is something that is not saved. */
  readonly isChanged: boolean;
  /** What happened last, for the live region. */
  readonly said: string;
}

/** Makes the next loadout out of the present one, whatever that is by then. */
export type MakeEdit = (loadout: Loadout, options: EditorOptions) => Edit;
export type EditLoadout = (make: MakeEdit) => void;

export type EditorAction =
  | { readonly kind: "step"; readonly label: string; readonly loadout: Loadout; readonly at: number }
  | {
      readonly kind: "edit";
      readonly make: MakeEdit;
      readonly options: EditorOptions;
      readonly at: number;
    }
  | { readonly kind: "undo" | "redo" }
  | { readonly kind: "form"; readonly form: Partial<DraftForm> }
  | {
      readonly kind: "take";
      readonly label: string;
      readonly loadout: Loadout;
      readonly form: DraftForm;
      readonly base: EditBase | null;
      readonly isChanged: boolean;
      readonly at: number;
    }
  | { readonly kind: "rebase"; readonly base: EditBase }
  | { readonly kind: "reset"; readonly state: EditorState };

export function useEditor(start: EditorStart) {
  const [state, dispatch] = useReducer(reduce, start, initialState);
  const change = useCallback(
    (label: string, next: Loadout) => dispatch({ kind: "step", label, loadout: next, at: Date.now() }),
    [],
  );
  return { state, dispatch, change };
}

export function initialState({ loadout, form, build }: EditorStart): EditorState {
  return {
    history: loadout && startHistory(loadout, "Opened", 0),
    form,
    base: build && { revision: build.revision, details: build.details },
    isChanged: false,
    said: "",
  };
}

function reduce(state: EditorState, action: EditorAction): EditorState {
  switch (action.kind) {
    case "step":
      return stepped(state, action);
    case "edit": {
      if (!state.history) return state;
      const { label, loadout } = action.make(state.history.present.loadout, action.options);
      return stepped(state, { label, loadout, at: action.at });
    }
    case "undo": {
      const next = state.history && undo(state.history);
      if (!next || next === state.history) return { ...state, said: "Nothing to undo" };
      return {
        ...state,
        history: next,
        isChanged: true,
        said: `Undone: ${state.history?.present.label ?? ""}`,
      };
    }
    case "redo": {
      const next = state.history && redo(state.history);
      if (!next || next === state.history) return { ...state, said: "Nothing to redo" };
      return { ...state, history: next, isChanged: true, said: `Done again: ${next.present.label}` };
    }
    case "form":
      return { ...state, form: { ...state.form, ...action.form }, isChanged: true };
    case "take":
      return {
        ...stepped(state, action),
        form: action.form,
        base: action.base,
        isChanged: action.isChanged,
      };
    case "reset":
      return action.state;
    case "rebase":
      return { ...state, base: action.base };
  }
}

function stepped(
  state: EditorState,
  step: { readonly label: string; readonly loadout: Loadout; readonly at: number },
): EditorState {
  const { history } = state;
  if (!history)
    return {
      ...state,
      history: startHistory(step.loadout, step.label, step.at),
      isChanged: true,
      said: step.label,
    };
  const next = recordStep(history, step);
  if (next === history) return { ...state, said: step.label };
  return { ...state, history: next, isChanged: true, said: step.label };
}
