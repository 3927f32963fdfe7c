"use client";

import { useEffect, useState } from "react";

/**
 * What is typed but not yet saved by the server, kept in this tab under `key` until it is: it survives a reload and
 * a failed send. `unsaved` is a text that has been sent and not been confirmed.
 */
export function useDraft(key: string) {
  const [text, setText] = useState("");
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const [loaded, setLoaded] = useState<string | null>(null);

  // The server knows no draft, so it is read after the first rendering.
  useEffect(() => {
    const stored = readStored(key);
    if (stored !== "") setText((typed) => joined(stored, typed));
    setLoaded(key);
  }, [key]);

  useEffect(() => {
    if (loaded === key) writeStored(key, joined(unsaved, text));
  }, [key, loaded, text, unsaved]);

  return {
    text,
    setText,
    /** Takes the text out of the field for sending. */
    take(): string {
      setUnsaved(text);
      setText("");
      return text;
    },
    /** The server has the text that was taken. */
    confirm(): void {
      setUnsaved(null);
    },
    /** The text that was taken did not get through: back into the field with it. */
    restore(taken: string): void {
      setUnsaved(null);
      setText((typed) => joined(taken, typed));
    },
  };
}

function joined(first: string | null, second: string): string {
  return [first, second].filter(Boolean).join("\n");
}

const storageKey = (key: string) => `gw2optimizer-chat-draft:${key}`;

/** Storage may be forbidden in this browser; then a draft lives as long as the page. */
function readStored(key: string): string {
  try {
    return sessionStorage.getItem(storageKey(key)) ?? "";
  } catch {
    return "";
  }
}

function writeStored(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(storageKey(key));
    else sessionStorage.setItem(storageKey(key), text);
  } catch {
    return;
  }
}
