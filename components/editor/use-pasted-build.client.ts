"use client";

import { useEffect } from "react";
import { keepPasted } from "#components/exchange/kept-paste.ts";
import { isTyped } from "./use-shortcuts.client.ts";

/** What builds look like in a text: the game's code, an address of ours, JSON. The import page reads it properly. */
const HOLDS_BUILD = /\[&D[\w+/=]+\]|\/(?:b|build|embed)\/|\/build\?|"loadout"/;
/** Longer texts are handed over in the tab's memory, not in the address. */
const MOST_IN_ADDRESS = 2000;

/**
 * A build that is pasted where nothing is typed opens the import page, which shows it before it is taken. What the editor
 * holds stays as its draft.
 */
export function usePastedBuild(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyped(event.target) || document.querySelector("dialog[open]")) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!HOLDS_BUILD.test(text)) return;
      event.preventDefault();
      keepPasted(text);
      location.assign(`/import?${text.length > MOST_IN_ADDRESS ? "kept=1" : new URLSearchParams({ text })}`);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
