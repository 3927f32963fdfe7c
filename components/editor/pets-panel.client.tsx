"use client";

import { memo, useState } from "react";
import { choosePet, type PairIndex, petName } from "#lib/builds/editor/companions.ts";
import type { EnvironmentName } from "#lib/builds/editor/edit.ts";
import { factsOf } from "#lib/builds/editor/facts-of.ts";
import { emptyLoadout } from "#lib/builds/editor/new-loadout.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import type { PetId } from "#lib/shared/ids.ts";
import { CompanionButton } from "./companion-button.tsx";
import { FactSheet } from "./fact-popover.client.tsx";
import { Picker } from "./picker.client.tsx";
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

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
