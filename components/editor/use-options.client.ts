"use client";

import { useEffect, useState } from "react";
import { type EditorOptions, type EditorParcel, editorOptions } from "#lib/builds/editor/options.ts";
import type { Profession } from "#lib/shared/game.ts";
import { optionsAddress } from "./options-address.ts";

export type LoadedOptions =
  | { readonly kind: "none" | "loading" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "ready"; readonly options: EditorOptions };

const arrived = new Map<Profession, EditorOptions>();

/** What can be chosen for a profession; fetched once for each. */
export async function loadOptions(profession: Profession): Promise<EditorOptions> {
  const known = arrived.get(profession);
  if (known) return known;
  const response = await fetch(optionsAddress(profession));
  if (!response.ok || !response.body) throw new Error(`The game data of the ${profession} did not arrive.`);
  const text = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  const options = editorOptions((await text.json()) as EditorParcel);
  arrived.set(profession, options);
  return options;
}

/** The options of the profession that is edited, and a way to ask again where they did not arrive. */
export function useOptions(profession: Profession | null): readonly [LoadedOptions, () => void] {
  const [loaded, setLoaded] = useState<LoadedOptions>({ kind: "none" });
  useEffect(() => {
    if (profession !== null) return ask(profession, setLoaded);
  }, [profession]);
  return [loaded, () => void (profession !== null && ask(profession, setLoaded))];
}

/** Shows what comes of asking; returns how to lose interest. */
function ask(profession: Profession, show: (loaded: LoadedOptions) => void): () => void {
  let isWanted = true;
  const tell = (loaded: LoadedOptions) => {
    if (isWanted) show(loaded);
  };
  tell({ kind: "loading" });
  loadOptions(profession).then(
    (options) => tell({ kind: "ready", options }),
    () =>
      tell({
        kind: "failed",
        message: `The game data of the ${profession} did not arrive. Your work is kept; check the connection and try again.`,
      }),
  );
  return () => {
    isWanted = false;
  };
}
