"use client";

import { useCallback, useLayoutEffect, useRef } from "react";
import type { PanelProps } from "#components/editor/panel-props.ts";
import type { Edit } from "#lib/builds/editor/edit.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";

/** Makes a step out of the loadout as it is by then. */
export type Act = (make: (loadout: Loadout, options: EditorOptions) => Edit) => void;

/** One function for all changes that stays the same, so that rows whose piece did not change are not drawn again. */
export function useAct({ loadout, options, change }: PanelProps): Act {
  const latest = useRef({ loadout, options, change });
  useLayoutEffect(() => {
    latest.current = { loadout, options, change };
  });
  return useCallback((make) => {
    const { loadout: present, options: known, change: take } = latest.current;
    const { label, loadout: next } = make(present, known);
    if (next !== present) take(label, next);
  }, []);
}
