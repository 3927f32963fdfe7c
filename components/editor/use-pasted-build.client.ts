"use client";

import { useEffect } from "react";
import { importAddress } from "#components/exchange/import-address.ts";
import { keepPasted } from "#components/exchange/kept-paste.ts";
import { isTyped } from "./use-shortcuts.client.ts";

/**
 * A build that is pasted where nothing is typed opens the import page, which shows it before it is taken. What the editor
 * holds stays as its draft.
 */
export function usePastedBuild(): void {
  useEffect(() => {
    const onPaste = async (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyped(event.target) || document.querySelector("dialog[open]")) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!(await meansBuild(text))) return;
      keepPasted(text);
      location.assign(importAddress(text));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}

/** Whether the import page would have something to say of a text. What reads it is loaded when something is pasted. */
async function meansBuild(text: string): Promise<boolean> {
  const [{ findPieces }, { readAddress }] = await Promise.all([
    import("#lib/builds/exchange/find-pieces.ts"),
    import("#lib/builds/exchange/read-address.ts"),
  ]);
  return findPieces(text).some((piece) => {
    if (piece.kind === "address") return readAddress(piece.address, location.origin).length > 0;
    return piece.kind !== "word";
  });
}
