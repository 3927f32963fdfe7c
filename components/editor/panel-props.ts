import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";

/** What every panel of the editor gets. */
export interface PanelProps {
  readonly loadout: Loadout;
  readonly options: EditorOptions;
  /**
   * Makes `next` the loadout, as one step that can be undone. `label` names it, for instance "Chose Virtues"; it is read
   * out and shown at undo. Keep the parts that did not change the same objects.
   */
  readonly change: (label: string, next: Loadout) => void;
}
