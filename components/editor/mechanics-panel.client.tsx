"use client";

import { memo } from "react";
import { mechanicSlots, swappedBars } from "#lib/builds/editor/bars.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { LiveBar } from "./live-bar.tsx";
import { Panel } from "./panel.tsx";

/** Profession mechanic skills and the bars that skills swap in; they follow from lines, skills and weapons. */
export const MechanicsPanel = memo(
  function MechanicsPanel({ loadout, options }: { loadout: Loadout; options: EditorOptions }) {
    const mechanics = mechanicSlots(loadout, options);
    const bars = swappedBars(loadout, options, mechanics);
    if (mechanics.length === 0 && bars.length === 0) return null;
    return (
      <Panel id="mechanics" title="Mechanics and their bars">
        <div className="flex flex-col gap-5">
          {mechanics.length > 0 && <LiveBar name="Profession mechanic" slots={mechanics} />}
          {bars.map(({ name, slots }) => (
            <section key={name} aria-label={name}>
              <h3 className="mb-2 text-sm text-ink-soft">{name}</h3>
              <LiveBar name={`Skills of ${name}`} slots={slots} />
            </section>
          ))}
        </div>
      </Panel>
    );
  },
  (before, after) =>
    before.options === after.options &&
    before.loadout.specializations === after.loadout.specializations &&
    before.loadout.skills === after.loadout.skills &&
    before.loadout.weapons.a.main?.type === after.loadout.weapons.a.main?.type,
);
