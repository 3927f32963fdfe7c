"use client";

import { memo, useState } from "react";
import { chooseLegend, legendsFor, type PairIndex, swapLegends } from "#lib/builds/editor/companions.ts";
import { ENVIRONMENT_NAMES, type EnvironmentName } from "#lib/builds/editor/edit.ts";
import { emptyLoadout } from "#lib/builds/editor/new-loadout.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import type { LegendCode } from "#lib/shared/ids.ts";
import { CompanionButton } from "./companion-button.tsx";
import { SMALL_BUTTON } from "./panel.tsx";
import { Picker } from "./picker.client.tsx";
import { InactiveLegendSkills } from "./skills-panel.client.tsx";
import type { EditLoadout } from "./use-editor.client.ts";

const PLACES = [0, 1] as const;

/** A revenant's two legends of an environment, and the skills of the second one. */
export const LegendsPanel = memo(function LegendsPanel({
  environment,
  legends,
  lines,
  options,
  edit,
}: {
  environment: EnvironmentName;
  legends: Loadout["legends"];
  lines: Loadout["specializations"];
  options: EditorOptions;
  edit: EditLoadout;
}) {
  const [picking, setPicking] = useState<PairIndex | null>(null);
  const codes: readonly (LegendCode | null)[] = legends?.[environment] ?? [null, null];
  const second = codes[1] == null ? undefined : options.catalog.legends.get(codes[1]);
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-2 sm:max-w-md">
        {PLACES.map((index) => {
          const code = codes[index] ?? null;
          const legend = code === null ? undefined : options.catalog.legends.get(code);
          return (
            <CompanionButton
              key={index}
              label={index === 0 ? "First legend" : "Second legend"}
              name={
                legend ? shortName(legend.name ?? legend.id) : code === null ? null : `Unknown legend ${code}`
              }
              icon={legend?.icon ?? null}
              note={index === 0 ? "its skills are above" : null}
              open={() => setPicking(index)}
            />
          );
        })}
      </div>
      <div>
        <button
          type="button"
          className={SMALL_BUTTON}
          onClick={() => edit((loadout, options) => swapLegends(loadout, options, environment))}
        >
          Exchange both legends
        </button>
      </div>
      {second && (
        <div>
          <p className="mb-2 text-sm text-ink-soft">{`Skills of the second legend, ${ENVIRONMENT_NAMES[environment].toLowerCase()}`}</p>
          <InactiveLegendSkills
            environment={environment}
            heal={second.heal}
            utility={legends?.inactiveUtility[environment] ?? [null, null, null]}
            elite={second.elite}
            options={options}
            edit={edit}
          />
        </div>
      )}
      {picking !== null && (
        <LegendPicker
          environment={environment}
          index={picking}
          codes={codes}
          lines={lines}
          options={options}
          edit={edit}
          close={() => setPicking(null)}
        />
      )}
    </div>
  );
});

function LegendPicker({
  environment,
  index,
  codes,
  lines,
  options,
  edit,
  close,
}: {
  environment: EnvironmentName;
  index: PairIndex;
  codes: readonly (LegendCode | null)[];
  lines: Loadout["specializations"];
  options: EditorOptions;
  edit: EditLoadout;
  close: () => void;
}) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const open = legendsFor({ ...emptyLoadout("Revenant"), specializations: lines }, options);
  const items = open
    .filter(({ name }) => (name ?? "").toLowerCase().includes(wanted))
    .map((legend) => ({
      id: legend.code,
      name: shortName(legend.name ?? legend.id),
      icon: legend.icon ? iconUrl(legend.icon) : null,
      note: legend.utilities.map((id) => options.catalog.skills.get(id)?.name ?? "").join(", "),
      group: "Legends",
    }));
  const choose = (code: LegendCode | null) => {
    close();
    edit((loadout, options) => chooseLegend(loadout, options, environment, index, code));
  };
  const held = codes[index] ?? null;
  return (
    <Picker
      title={index === 0 ? "First legend" : "Second legend"}
      items={items}
      chosen={held}
      text={text}
      setText={setText}
      placeholder="Search legends"
      onChoose={choose}
      onClear={held === null ? undefined : () => choose(null)}
      onClose={close}
      empty="No legend of the chosen specializations has that name."
    />
  );
}

/** "Legendary Dwarf Stance" is the dwarf stance to everybody. */
function shortName(name: string): string {
  return name.replace(/^Legendary /, "");
}
