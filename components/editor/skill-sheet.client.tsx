"use client";

import { factsOf } from "#lib/builds/editor/facts-of.ts";
import { emptyLoadout } from "#lib/builds/editor/new-loadout.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import type { GameMode } from "#lib/shared/game.ts";
import { FactSheet } from "./fact-popover.client.tsx";

/** Figures of a skill beside the list of a picker, in the mode and with the traits of the lines. */
export function SkillSheet({
  id,
  lines,
  mode,
  options,
}: {
  id: number;
  lines: Loadout["specializations"];
  mode: GameMode;
  options: EditorOptions;
}) {
  const loadout = { ...emptyLoadout(options.profession, mode), specializations: lines };
  const facts = factsOf(`skill:${id}`, loadout, options);
  return facts ? <FactSheet {...facts} /> : null;
}
