import type { Loadout } from "../loadout.ts";

/** One state of the loadout, and the step that led to it. */
export interface HistoryState {
  readonly loadout: Loadout;
  readonly label: string;
  /** When, in milliseconds since the epoch; steps of one label close together are one step. */
  readonly at: number;
}

interface Chain {
  readonly state: HistoryState;
  readonly rest: Chain | null;
}

/** All states of an editing session. Chains share their ends, so that a step costs the same however many there are. */
export interface History {
  readonly past: Chain | null;
  readonly present: HistoryState;
  readonly future: Chain | null;
}

/** Milliseconds in which steps of one label, such as a slider being drawn, are one step. */
const ONE_GESTURE_MS = 600;

export function startHistory(loadout: Loadout, label: string, at: number): History {
  return { past: null, present: { loadout, label, at }, future: null };
}

/** The history after a step. A step that changes nothing is none. What was undone before is gone. */
export function recordStep(history: History, { loadout, label, at }: HistoryState): History {
  const { past, present } = history;
  if (loadout === present.loadout) return history;
  const isSameGesture = past !== null && present.label === label && at - present.at < ONE_GESTURE_MS;
  const before = isSameGesture ? past : { state: present, rest: past };
  return { past: before, present: { loadout, label, at }, future: null };
}

export function undo(history: History): History {
  const { past, present, future } = history;
  return past === null
    ? history
    : { past: past.rest, present: past.state, future: { state: present, rest: future } };
}

export function redo(history: History): History {
  const { past, present, future } = history;
  return future === null
    ? history
    : { past: { state: present, rest: past }, present: future.state, future: future.rest };
}

/** What undo and redo would do; null where there is nothing. */
export function nextSteps({ past, present, future }: History): { undo: string | null; redo: string | null } {
  return { undo: past && present.label, redo: future?.state.label ?? null };
}
