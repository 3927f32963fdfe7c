"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import {
  type Draft,
  type FoundDraft,
  findDrafts,
  removeDraft,
  writeDraft,
} from "#lib/builds/editor/draft.ts";
import type { EditorState } from "./use-editor.client.ts";

const TAB_KEY = "gw2.tab";

export interface Drafts {
  /** Work of another tab or an earlier visit that is not in this editor. */
  readonly offered: FoundDraft | null;
  /** False where the browser stores nothing: the page says so. */
  readonly isKept: boolean;
  /** When the draft was last written, in milliseconds since the epoch; null where there is none. */
  readonly keptAt: number | null;
  /** Takes the draft of this tab away, because it is saved or not wanted. */
  readonly forget: () => void;
  /** Takes an offered draft away. */
  readonly discardOffered: () => void;
  /** No more offer, the draft stays where it is. */
  readonly closeOffer: () => void;
}

/**
 * Keeps everything that is edited in the browser's storage at every change. `restore` gets the draft that this tab had
 * before it was loaded again.
 */
export function useDraft(subject: string, state: EditorState, restore: (draft: Draft) => void): Drafts {
  const [offered, setOffered] = useState<FoundDraft | null>(null);
  const [isKept, setIsKept] = useState(true);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const restoreLatest = useRef(restore);
  const isRead = useRef(false);
  useEffect(() => {
    restoreLatest.current = restore;
  });

  useEffect(() => {
    const found = readAll(subject);
    const own = found.find(({ tab }) => tab === tabName());
    if (own) {
      restoreLatest.current(own.draft);
      setKeptAt(own.draft.savedAt);
    } else {
      setOffered(found[0] ?? null);
    }
    isRead.current = true;
  }, [subject]);

  const { history, form, base, isChanged } = state;
  useEffect(() => {
    if (!isRead.current || !isChanged || !history) return;
    const savedAt = Date.now();
    const draft = { savedAt, loadout: history.present.loadout, form, base };
    setIsKept(write(subject, draft));
    setKeptAt(savedAt);
  }, [subject, history, form, base, isChanged]);

  const forget = useCallback(() => {
    withStorage((storage) => removeDraft(storage, subject, tabName()));
    setKeptAt(null);
  }, [subject]);
  const discardOffered = useCallback(() => {
    if (offered) withStorage((storage) => removeDraft(storage, subject, offered.tab));
    setOffered(null);
  }, [subject, offered]);
  return { offered, isKept, keptAt, forget, discardOffered, closeOffer: () => setOffered(null) };
}

/** A name for this tab that outlives loading the page again. */
function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB_KEY);
    if (known) return known;
    const name = Math.random().toString(36).slice(2, 10);
    sessionStorage.setItem(TAB_KEY, name);
    return name;
  } catch {
    return "tab";
  }
}

function readAll(subject: string): FoundDraft[] {
  return withStorage((storage) => findDrafts(storage, subject)) ?? [];
}

function write(subject: string, draft: Draft): boolean {
  return withStorage((storage) => writeDraft(storage, subject, tabName(), draft)) ?? false;
}

/** Browsers that keep nothing throw at the mention of the storage. */
function withStorage<Value>(use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
