"use client";

import { useState } from "react";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import { chooseWeapon, type Hand, WEAPON_SET_NAMES, weaponsFor } from "#lib/builds/editor/weapon-sets.ts";
import type { Loadout, WeaponPiece } from "#lib/builds/loadout.ts";
import type { WeaponSetName } from "#lib/engine/loadout.ts";
import { Picker } from "./picker.client.tsx";
import type { EditLoadout } from "./use-editor.client.ts";

/** A hand of a weapon set. */
export interface WeaponPlace {
  readonly set: WeaponSetName;
  readonly hand: Hand;
}

/** The weapons that a hand can hold. */
export function WeaponPicker({
  place: { set, hand },
  held,
  lines,
  options,
  edit,
  close,
}: {
  place: WeaponPlace;
  held: WeaponPiece | null;
  lines: Loadout["specializations"];
  options: EditorOptions;
  edit: EditLoadout;
  close: () => void;
}) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const items = weaponsFor(options, set, hand)
    .filter(({ weapon }) => weapon.toLowerCase().includes(wanted))
    .map(({ weapon, hands, specialization }) => {
      const isOwn = specialization === undefined || lines.some((line) => line?.id === specialization);
      const needed =
        specialization === undefined ? undefined : options.catalog.specializations.get(specialization)?.name;
      return {
        id: weapon,
        name: weapon,
        icon: null,
        note: hands.includes("two") ? "Two-handed" : hand === "off" ? "Off hand" : "One-handed",
        group: isOwn ? "Weapons" : "With weaponmaster training",
        caution: isOwn ? null : `came with ${needed ?? "an elite specialization"}`,
      };
    })
    .toSorted((a, b) => Number(a.caution !== null) - Number(b.caution !== null));
  const choose = (weapon: (typeof items)[number]["id"] | null) => {
    close();
    edit((loadout, options) => chooseWeapon(loadout, options, set, hand, weapon));
  };
  return (
    <Picker
      title={`${WEAPON_SET_NAMES[set]}, ${hand === "off" ? "off hand" : "main hand"}`}
      items={items}
      chosen={items.find(({ id }) => id === held?.type)?.id ?? null}
      text={text}
      setText={setText}
      placeholder="Search weapons"
      onChoose={choose}
      onClear={held ? () => choose(null) : undefined}
      onClose={close}
      empty="The profession holds no such weapon there."
    />
  );
}
