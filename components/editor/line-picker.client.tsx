"use client";

import { useState } from "react";
import { THREE, type ThreeIndex } from "#lib/builds/editor/edit.ts";
import { chooseLine, ELITE_LINE, linesFor } from "#lib/builds/editor/lines.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import { Picker } from "./picker.client.tsx";
import type { EditLoadout } from "./use-editor.client.ts";

/** The specializations that a line can hold. */
export function LinePicker({
  position,
  lines,
  options,
  edit,
  close,
  onChosen,
}: {
  position: ThreeIndex;
  lines: Loadout["specializations"];
  options: EditorOptions;
  edit: EditLoadout;
  close: () => void;
  onChosen: () => void;
}) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const items = linesFor(options, position)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map((record) => {
      const taken = THREE.find((index) => index !== position && lines[index]?.id === record.id);
      return {
        id: record.id,
        name: record.name,
        icon: record.icon ? iconUrl(record.icon) : null,
        note: taken === undefined ? null : `now in line ${taken + 1}; they change places`,
        group: record.elite ? "Elite specializations" : "Core specializations",
      };
    });
  return (
    <Picker
      title={`Specialization ${position + 1}`}
      items={items}
      chosen={lines[position]?.id ?? null}
      text={text}
      setText={setText}
      placeholder="Search specializations"
      onChoose={(id) => {
        onChosen();
        close();
        edit((loadout, options) => chooseLine(loadout, options, position, id));
      }}
      onClose={close}
      empty={
        position === ELITE_LINE
          ? "No specialization has that name."
          : "No core specialization has that name. Elite specializations go into the third line."
      }
    />
  );
}
