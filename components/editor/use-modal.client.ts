"use client";

import { type RefObject, useEffect } from "react";

/** Opens a dialog over the page, and gives the focus back to where it was when the dialog goes. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [dialog]);
}
