"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** Copies text to the clipboard and says so. Where the browser refuses, the text is shown for copying by hand. */
export function CopyLinkButton({
  text,
  label,
  icon,
}: {
  text: string;
  label: string;
  /** Drawn by the server, so that no icon is part of the script. */
  icon?: ReactNode;
}) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("refused");
    }
  }

  return (
    <>
      <Button onClick={copy}>
        {icon}
        {state === "copied" ? "Copied" : label}
      </Button>
      <span role="status" className={state === "refused" ? "w-full text-sm text-ink-soft" : "sr-only"}>
        {state === "copied" && "Copied to the clipboard."}
        {state === "refused" && (
          <>
            The browser did not allow copying. Select it here:{" "}
            <code className="break-all text-ink">{text}</code>
          </>
        )}
      </span>
    </>
  );
}
