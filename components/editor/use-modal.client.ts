"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Opens a dialog over the page, with the focus on `first` or its first button, and gives the focus back to where it was
 * when the dialog goes.
 */
export function useModal(
  dialog: RefObject<HTMLDialogElement | null>,
  first?: RefObject<HTMLElement | null>,
): void {
  // Kept beyond one run: React may run an effect twice, and by then the dialog has the focus.
  const opener = useRef<Element>(null);
  useEffect(() => {
    opener.current ??= document.activeElement;
    dialog.current?.showModal();
    first?.current?.focus();
    return () => {
      const { current } = opener;
      if (current instanceof HTMLElement && current.isConnected) current.focus();
    };
  }, [dialog, first]);
}
