"use client";

import { memo, useState } from "react";
import { SMALL_BUTTON } from "#components/editor/panel.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { allStatSetChoices, itemChoices } from "#lib/builds/editor/gear/gear-choices.ts";
import {
  GEAR_SCOPES,
  type GearScope,
  infusionForAll,
  RARITY_NAMES,
  rarityForAll,
  SCOPE_NAMES,
  statSetForAll,
} from "#lib/builds/editor/gear/gear-edits.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { RARITIES } from "#lib/engine/mechanics.ts";
import type { Picking } from "./gear-picker.client.tsx";
import { GearPreview } from "./gear-preview.tsx";
import { wide } from "./picking.tsx";
import type { Act } from "./use-act.client.ts";

/** Choices for many pieces at once. */
export const ManyPieces = memo(function ManyPieces({
  act,
  pick,
}: {
  act: Act;
  pick: (make: (loadout: Loadout, options: EditorOptions) => Picking) => void;
}) {
  const [scope, setScope] = useState<GearScope>("everything");
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-ground p-3">
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="float-left mr-2 py-1.5 text-sm text-ink-soft">Many pieces</legend>
        {GEAR_SCOPES.map((one) => (
          <label
            key={one}
            className={classNames(
              "cursor-pointer rounded-md border px-2.5 py-1.5 text-xs has-focus-visible:outline-2 has-focus-visible:outline-accent",
              one === scope ? "border-accent/60 bg-raised text-ink" : "border-line-strong text-ink-soft",
            )}
          >
            <input
              type="radio"
              name="gear-scope"
              className="sr-only"
              checked={one === scope}
              onChange={() => setScope(one)}
            />
            {SCOPE_NAMES[one]}
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-1.5">
        <button
          type="button"
          aria-haspopup="dialog"
          className={SMALL_BUTTON}
          onClick={() => pick((loadout, options) => statSetPicking(scope, loadout, options, act))}
        >
          Stat set for all of it …
        </button>
        {RARITIES.map((rarity) => (
          <button
            key={rarity}
            type="button"
            className={SMALL_BUTTON}
            onClick={() => act((loadout, options) => rarityForAll(loadout, options, scope, rarity))}
          >
            All {RARITY_NAMES[rarity].toLowerCase()}
          </button>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          className={SMALL_BUTTON}
          onClick={() => pick((loadout, options) => infusionPicking("empty", loadout, options, act))}
        >
          Fill empty infusion slots …
        </button>
        <button
          type="button"
          aria-haspopup="dialog"
          className={SMALL_BUTTON}
          onClick={() => pick((loadout, options) => infusionPicking("all", loadout, options, act))}
        >
          Same infusion everywhere …
        </button>
      </div>
    </div>
  );
});

function statSetPicking(scope: GearScope, loadout: Loadout, options: EditorOptions, act: Act): Picking {
  return wide({
    title: `Stat set: ${SCOPE_NAMES[scope].toLowerCase()}`,
    choices: allStatSetChoices(options.gear.tables),
    chosen: null,
    choose: (id) => act((now, known) => statSetForAll(now, known, scope, id)),
    preview: (id) => (
      <GearPreview
        now={loadout}
        then={statSetForAll(loadout, options, scope, id).loadout}
        options={options}
      />
    ),
  });
}

function infusionPicking(
  which: "all" | "empty",
  loadout: Loadout,
  options: EditorOptions,
  act: Act,
): Picking {
  return wide({
    title: which === "all" ? "The same infusion in every slot" : "An infusion for every empty slot",
    choices: itemChoices("infusion", loadout.mode, options),
    chosen: null,
    choose: (id) => act((now, known) => infusionForAll(now, known, id, which)),
    preview: (id) => (
      <GearPreview
        now={loadout}
        then={infusionForAll(loadout, options, id, which).loadout}
        options={options}
      />
    ),
  });
}
