"use client";

import { useId } from "react";
import { Amount, AssumptionFields, EffectFields } from "#components/builds/assumption-fields.client.tsx";
import { SMALL_BUTTON } from "#components/editor/panel.tsx";
import type { PanelProps } from "#components/editor/panel-props.ts";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import type { Edit } from "#lib/builds/editor/edit.ts";
import {
  assume,
  assumeNothing,
  chooseTemplate,
  MORE_BOONS,
} from "#lib/builds/editor/numbers/assumption-edits.ts";
import { quickReport } from "#lib/builds/editor/numbers/live-report.ts";
import type { Assumptions } from "#lib/builds/loadout-assumptions.ts";
import { TEMPLATE_SETUPS } from "#lib/engine/mechanics.ts";

const SETUP_NAMES = { any: "Anywhere", raid: "Raid", fractal: "Fractal" } as const;

/** What the figures take for granted of the fight: boons, the enemy, allies, uptimes, whose rotation. */
export function EditorAssumptions({ loadout, options, change }: PanelProps) {
  const { engine } = options;
  const { assumptions, template } = loadout;
  const { numbers } = quickReport(loadout, engine);
  const templates = engine.templates.filter(({ id }) => id === template?.id);
  const take = ({ label, loadout: next }: Edit) => {
    if (next !== loadout) change(label, next);
  };
  const set = (next: Assumptions) => take(assume(loadout, next, options));
  return (
    <div className="flex flex-col gap-5">
      <DamageSource loadout={loadout} options={options} take={take} />
      <AssumptionFields
        parcel={{ templates }}
        assumptions={assumptions}
        moreBoons={MORE_BOONS}
        onChange={set}
      />
      <fieldset>
        <legend className="mb-2 text-sm text-ink-soft">Around you</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <Amount
            label="Allies in reach"
            value={assumptions.allies}
            max={49}
            onChange={(value) => set({ ...assumptions, allies: Math.round(value) })}
          />
        </div>
      </fieldset>
      {numbers.ok && (
        <EffectFields effects={numbers.value.effects} assumptions={assumptions} onChange={set} />
      )}
      <div>
        <button type="button" className={SMALL_BUTTON} onClick={() => take(assumeNothing(loadout))}>
          Back to the usual assumptions
        </button>
      </div>
    </div>
  );
}

function DamageSource({
  loadout,
  options,
  take,
}: Pick<PanelProps, "loadout" | "options"> & { take: (edit: Edit) => void }) {
  const id = useId();
  const { template } = loadout;
  const { templates } = options.engine;
  const chosen = templates.find((one) => one.id === template?.id);
  const isUnknown = template !== null && !chosen;
  const setups = TEMPLATE_SETUPS.filter((setup) => chosen?.setups[setup] !== undefined);
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_10rem]">
      <div className="min-w-0">
        <label htmlFor={id} className="mb-1 block text-sm text-ink-soft">
          Damage from
        </label>
        <select
          id={id}
          className={INPUT_CLASS}
          value={template?.id ?? ""}
          onChange={({ target }) => take(chooseTemplate(loadout, options, target.value || null))}
        >
          <option value="">An estimate from the skills above</option>
          {isUnknown && <option value={template.id}>{template.id} (not known here)</option>}
          {templates.map((one) => (
            <option key={one.id} value={one.id}>
              {`Measured: ${one.name}${one.outdatedInSource ? " (outdated)" : ""}`}
            </option>
          ))}
        </select>
      </div>
      {template && setups.length > 1 && (
        <div>
          <label htmlFor={`${id}-setup`} className="mb-1 block text-sm text-ink-soft">
            Setup
          </label>
          <select
            id={`${id}-setup`}
            className={INPUT_CLASS}
            value={template.setup}
            onChange={({ target }) => {
              const setup = TEMPLATE_SETUPS.find((one) => one === target.value);
              take(chooseTemplate(loadout, options, template.id, setup));
            }}
          >
            {TEMPLATE_SETUPS.filter((setup) => setup === "any" || setups.includes(setup)).map((setup) => (
              <option key={setup} value={setup}>
                {SETUP_NAMES[setup]}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
