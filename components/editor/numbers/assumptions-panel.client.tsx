"use client";

import { memo, useId } from "react";
import { Amount, AssumptionFields, EffectFields } from "#components/builds/assumption-fields.client.tsx";
import { type Act, useAct } from "#components/editor/gear/use-act.client.ts";
import { SMALL_BUTTON } from "#components/editor/panel.tsx";
import type { PanelProps } from "#components/editor/panel-props.ts";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import {
  assume,
  assumeNothing,
  chooseTemplate,
  MORE_BOONS,
} from "#lib/builds/editor/numbers/assumption-edits.ts";
import type { EngineData } from "#lib/builds/editor/numbers/engine-facts.ts";
import { quickReport } from "#lib/builds/editor/numbers/live-report.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import type { Assumptions } from "#lib/builds/loadout-assumptions.ts";
import type { LoadoutEffect } from "#lib/engine/loadout-effects.ts";
import { TEMPLATE_SETUPS } from "#lib/engine/mechanics.ts";

const SETUP_NAMES = { any: "Anywhere", raid: "Raid", fractal: "Fractal" } as const;

/** What the figures take for granted of the fight: boons, the enemy, allies, uptimes, whose rotation. */
export function EditorAssumptions(props: PanelProps) {
  const { loadout, options } = props;
  const { numbers } = quickReport(loadout, options.engine);
  return (
    <Fields
      assumptions={loadout.assumptions}
      template={loadout.template}
      effects={numbers.ok ? numbers.value.effects : NO_EFFECTS}
      engine={options.engine}
      act={useAct(props)}
    />
  );
}

const NO_EFFECTS: readonly LoadoutEffect[] = [];

interface FieldsProps {
  readonly assumptions: Assumptions;
  readonly template: Loadout["template"];
  readonly effects: readonly LoadoutEffect[];
  readonly engine: EngineData;
  readonly act: Act;
}

/** Drawn again only where something that it shows is new: a browser spends more on a field than on a figure. */
const Fields = memo(function Fields({ assumptions, template, effects, engine, act }: FieldsProps) {
  const set = (next: Assumptions) => act((loadout, options) => assume(loadout, next, options));
  return (
    <div className="flex flex-col gap-5">
      <DamageSource template={template} engine={engine} act={act} />
      <AssumptionFields
        parcel={{ templates: engine.templates.filter(({ id }) => id === template?.id) }}
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
      <EffectFields effects={effects} assumptions={assumptions} onChange={set} />
      <div>
        <button type="button" className={SMALL_BUTTON} onClick={() => act(assumeNothing)}>
          Back to the usual assumptions
        </button>
      </div>
    </div>
  );
}, hasSameFields);

function hasSameFields(before: FieldsProps, after: FieldsProps): boolean {
  return (
    before.assumptions === after.assumptions &&
    before.template === after.template &&
    before.engine === after.engine &&
    before.act === after.act &&
    before.effects.length === after.effects.length &&
    before.effects.every(({ entry, amount, inactive }, position) => {
      const now = after.effects[position];
      return entry === now?.entry && amount === now.amount && inactive === now.inactive;
    })
  );
}

function DamageSource({
  template,
  engine: { templates },
  act,
}: Pick<FieldsProps, "template" | "engine" | "act">) {
  const id = useId();
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
          onChange={({ target: { value } }) =>
            act((loadout, options) => chooseTemplate(loadout, options, value || null))
          }
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
            onChange={({ target: { value } }) => {
              const setup = TEMPLATE_SETUPS.find((one) => one === value);
              act((loadout, options) => chooseTemplate(loadout, options, template.id, setup));
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
