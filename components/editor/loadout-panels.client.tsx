"use client";

import { useState } from "react";
import { ENVIRONMENT_NAMES, ENVIRONMENTS, type EnvironmentName } from "#lib/builds/editor/edit.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { GearPanel } from "./gear/gear-panel.client.tsx";
import { LegendsPanel } from "./legends-panel.client.tsx";
import { LinesPanel } from "./lines-panel.client.tsx";
import { MechanicsPanel } from "./mechanics-panel.client.tsx";
import { EditorAssumptions } from "./numbers/assumptions-panel.client.tsx";
import { Panel, SMALL_BUTTON } from "./panel.tsx";
import { PetsPanel } from "./pets-panel.client.tsx";
import { SkillsPanel } from "./skills-panel.client.tsx";
import type { EditLoadout } from "./use-editor.client.ts";
import { WeaponsPanel } from "./weapons-panel.client.tsx";

/** What a character wears and has slotted, panel by panel. */
export function LoadoutPanels({
  loadout,
  options,
  edit,
  change,
}: {
  loadout: Loadout;
  options: EditorOptions;
  edit: EditLoadout;
  change: (label: string, next: Loadout) => void;
}) {
  const [environment, setEnvironment] = useState<EnvironmentName>("terrestrial");
  const { profession, mode, specializations, skills, weapons, pets, legends } = loadout;
  const common = { options, edit };
  const bar = skills[environment];
  return (
    <>
      <Panel id="lines" title="Specializations">
        <LinesPanel lines={specializations} {...common} />
      </Panel>
      <Panel
        id="skills"
        title="Skills"
        actions={<EnvironmentSwitch chosen={environment} choose={setEnvironment} />}
      >
        <SkillsPanel
          environment={environment}
          bar={bar}
          lines={specializations}
          mode={mode}
          isFixed={profession === "Revenant"}
          {...common}
        />
        {(profession === "Ranger" || profession === "Revenant") && (
          <section
            id="companions"
            aria-label={profession === "Ranger" ? "Pets" : "Legends"}
            tabIndex={-1}
            className="mt-5 scroll-mt-24"
          >
            <h3 className="mb-2 text-base">{profession === "Ranger" ? "Pets" : "Legends"}</h3>
            {profession === "Ranger" ? (
              <PetsPanel environment={environment} pets={pets} {...common} />
            ) : (
              <LegendsPanel environment={environment} legends={legends} lines={specializations} {...common} />
            )}
          </section>
        )}
      </Panel>
      <Panel id="weapons" title="Weapons">
        <WeaponsPanel
          environment={environment === "aquatic" ? "water" : "land"}
          lines={specializations}
          weapons={weapons}
          loadout={loadout}
          {...common}
        />
      </Panel>
      <MechanicsPanel loadout={loadout} options={options} />
      <Panel id="equipment" title="Equipment">
        <GearPanel loadout={loadout} options={options} change={change} />
      </Panel>
      <Panel id="assumptions" title="Assumptions">
        <EditorAssumptions loadout={loadout} options={options} change={change} />
      </Panel>
    </>
  );
}

function EnvironmentSwitch({
  chosen,
  choose,
}: {
  chosen: EnvironmentName;
  choose: (environment: EnvironmentName) => void;
}) {
  return (
    <fieldset className="flex gap-1.5">
      <legend className="sr-only">Skills and weapons shown</legend>
      {ENVIRONMENTS.map((environment) => (
        <label
          key={environment}
          className={`${SMALL_BUTTON} cursor-pointer has-checked:border-accent has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent`}
        >
          <input
            type="radio"
            name="editor-environment"
            className="sr-only"
            checked={environment === chosen}
            onChange={() => choose(environment)}
          />
          {ENVIRONMENT_NAMES[environment]}
        </label>
      ))}
    </fieldset>
  );
}
