"use client";

import { useState } from "react";
import type { Loadout } from "#lib/builds/loadout.ts";
import { encodeLoadout } from "#lib/builds/loadout-code/loadout-code.ts";
import { SMALL_BUTTON } from "./panel.tsx";

/** Copies an address that opens this very loadout in the editor, saved or not. */
export function ShareButton({ loadout }: { loadout: Loadout }) {
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const copy = async () => {
    const address = `${window.location.origin}/editor?${new URLSearchParams({ code: encodeLoadout(loadout) })}`;
    try {
      await navigator.clipboard.writeText(address);
      setRefused(null);
      setSaid("Link copied");
    } catch {
      setSaid("");
      setRefused(address);
    }
  };
  return (
    <>
      <button type="button" className={SMALL_BUTTON} onClick={copy}>
        {said || "Copy a link to this loadout"}
      </button>
      <span role="status" className={refused ? "w-full text-sm text-ink-soft" : "sr-only"}>
        {refused ? (
          <>
            The browser did not allow copying. Select it here: <code className="break-all">{refused}</code>
          </>
        ) : (
          said
        )}
      </span>
    </>
  );
}
