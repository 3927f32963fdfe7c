"use client";

import { type RefObject, useEffect } from "react";

/**
 * Opens a dialog over the page, with the focus on `first` or its first button, and gives the focus back to where it was
 * when the dialog goes.
 */
export function useModal(
  dialog: RefObject<HTMLDialogElement | null>,
  first?: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    first?.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [dialog, first]);
}
