"use client";

import { memo, useState } from "react";
import { IconTile } from "#components/game/icon-tile.tsx";
import {
  chooseLegend,
  choosePet,
  legendsFor,
  type PairIndex,
  petName,
  swapLegends,
} from "#lib/builds/editor/companions.ts";
import { ENVIRONMENT_NAMES, type EnvironmentName } from "#lib/builds/editor/edit.ts";
import { factsOf } from "#lib/builds/editor/facts-of.ts";
import { emptyLoadout } from "#lib/builds/editor/new-loadout.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import type { LegendCode, PetId } from "#lib/shared/ids.ts";
import { FactSheet } from "./fact-popover.client.tsx";
import { SMALL_BUTTON } from "./panel.tsx";
import { Picker } from "./picker.client.tsx";
import { InactiveLegendSkills } from "./skills-panel.client.tsx";
import type { EditLoadout } from "./use-editor.client.ts";

const PLACES = [0, 1] as const;

/** A ranger's two pets of an environment. */
export const PetsPanel = memo(function PetsPanel({
  environment,
  pets,
  options,
  edit,
}: {
  environment: EnvironmentName;
  pets: Loadout["pets"];
  options: EditorOptions;
  edit: EditLoadout;
}) {
  const [picking, setPicking] = useState<PairIndex | null>(null);
  const chosen: readonly (PetId | null)[] = pets?.[environment] ?? [null, null];
  const where = environment === "aquatic" ? " under water" : "";
  return (
    <div className="grid grid-cols-2 gap-2 sm:max-w-md">
      {PLACES.map((index) => {
        const id = chosen[index] ?? null;
        const pet = id === null ? undefined : options.catalog.pets.get(id);
        return (
          <CompanionButton
            key={index}
            label={`Pet ${index + 1}${where}`}
            name={pet ? petName(pet.name) : id === null ? null : `Unknown pet ${id}`}
            icon={pet?.icon ?? null}
            note={pet?.archetype ?? null}
            fact={id === null ? undefined : `pet:${id}`}
            open={() => setPicking(index)}
          />
        );
      })}
      {picking !== null && (
        <PetPicker
          environment={environment}
          index={picking}
          chosen={chosen}
          options={options}
          edit={edit}
          close={() => setPicking(null)}
        />
      )}
    </div>
  );
});

function PetPicker({
  environment,
  index,
  chosen,
  options,
  edit,
  close,
}: {
  environment: EnvironmentName;
  index: PairIndex;
  chosen: readonly (PetId | null)[];
  options: EditorOptions;
  edit: EditLoadout;
  close: () => void;
}) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const items = options.catalog.pets.all
    .filter((pet) => `${pet.name} ${pet.family ?? ""} ${pet.archetype ?? ""}`.toLowerCase().includes(wanted))
    .map((pet) => ({
      id: pet.id,
      name: petName(pet.name),
      icon: pet.icon ? iconUrl(pet.icon) : null,
      note: pet.archetype ?? null,
      group: sentenceCase(pet.family ?? "Other pets"),
    }))
    .toSorted((a, b) => a.group.localeCompare(b.group, "en") || a.name.localeCompare(b.name, "en"));
  const choose = (id: PetId | null) => {
    close();
    edit((loadout, options) => choosePet(loadout, options, environment, index, id));
  };
  const held = chosen[index] ?? null;
  const details = (id: PetId) => {
    const facts = factsOf(`pet:${id}`, emptyLoadout(options.profession), options);
    return facts && <FactSheet {...facts} />;
  };
  return (
    <Picker
      title={`Pet ${index + 1}${environment === "aquatic" ? " under water" : ""}`}
      items={items}
      chosen={held}
      text={text}
      setText={setText}
      placeholder="Search pets by name, family or archetype"
      onChoose={choose}
      onClear={held === null ? undefined : () => choose(null)}
      onClose={close}
      details={details}
      empty="No pet has that name, family or archetype."
    />
  );
}

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

function CompanionButton({
  label,
  name,
  icon,
  note,
  fact,
  open,
}: {
  label: string;
  name: string | null;
  /** Of the catalogue. */
  icon: string | null;
  note: string | null;
  fact?: string | undefined;
  open: () => void;
}) {
  return (
    <button
      type="button"
      className="flex min-h-16 min-w-0 items-center gap-2.5 rounded-lg border border-line-strong p-2 text-left hover:border-ink-faint hover:bg-raised"
      aria-label={`${label}: ${name ?? "empty"}${note ? `, ${note}` : ""}`}
      aria-haspopup="dialog"
      data-fact={fact}
      onClick={open}
    >
      {name === null ? (
        <span
          aria-hidden="true"
          className="flex size-10 shrink-0 items-center justify-center rounded-full border border-dashed border-line-strong text-ink-faint"
        >
          +
        </span>
      ) : (
        <IconTile name={name} icon={icon ? iconUrl(icon) : null} round />
      )}
      <span className="flex min-w-0 flex-col">
        <span className="order-2 text-xs text-ink-faint">{label}</span>{" "}
        <span className={`text-sm leading-tight break-words ${name === null ? "text-ink-faint" : ""}`}>
          {name ?? "empty"}
        </span>{" "}
        {note && <span className="order-3 text-xs text-ink-faint">{note}</span>}
      </span>
    </button>
  );
}

/** "Legendary Dwarf Stance" is the dwarf stance to everybody. */
function shortName(name: string): string {
  return name.replace(/^Legendary /, "");
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
