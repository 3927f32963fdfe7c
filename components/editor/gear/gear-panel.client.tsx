"use client";

import { useCallback, useState } from "react";
import type { PanelProps } from "#components/editor/panel-props.ts";
import { type CopiedPiece, copyPiece, pastePiece } from "#lib/builds/editor/gear/gear-edits.ts";
import {
  ARMOR_PLACES,
  type GearPlace,
  infusionRoom,
  pieceAt,
  placeKey,
  placeName,
  sigilRoom,
  TRINKET_PLACES,
  tableSlotOf,
  weaponPlaces,
} from "#lib/builds/editor/gear/gear-places.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { GearPicker, type Picking } from "./gear-picker.client.tsx";
import { ManyPieces } from "./many-pieces.client.tsx";
import { moveInRows, rememberStop } from "./move-in-rows.ts";
import { pickingOf } from "./picking.tsx";
import { PieceRow, type PieceSlot } from "./piece-row.client.tsx";
import { Upgrades } from "./upgrades.client.tsx";
import { useAct } from "./use-act.client.ts";

/** Makes what is picked out of the loadout as it is when the list is drawn. */
type MakePicking = (loadout: Loadout, options: EditorOptions) => Picking;

/** Everything worn and held: stat sets, rarities, upgrades, consumables. */
export function GearPanel(props: PanelProps) {
  const { loadout, options } = props;
  const act = useAct(props);
  const [makePicking, setMakePicking] = useState<MakePicking | null>(null);
  const [copied, setCopied] = useState<CopiedPiece | null>(null);
  const pick = useCallback((make: MakePicking) => setMakePicking(() => make), []);
  const pickPiece = useCallback(
    (place: GearPlace, slot: PieceSlot) =>
      pick((now, known) => pickingOf(place, slot, { loadout: now, options: known, act })),
    [pick, act],
  );
  const copy = useCallback(
    (place: GearPlace) =>
      act((now) => {
        setCopied(copyPiece(now, place));
        return { label: "", loadout: now };
      }),
    [act],
  );
  const paste = useCallback(
    (place: GearPlace) => {
      if (copied) act((now, known) => pastePiece(now, known, place, copied));
    },
    [act, copied],
  );
  const isPvp = loadout.mode === "pvp";
  const groups = [
    {
      name: "Weapons",
      places: weaponPlaces(loadout),
      empty: "Choose weapons to give them stat sets and sigils.",
    },
    ...(isPvp
      ? []
      : [
          { name: "Armor", places: ARMOR_PLACES, empty: "" },
          { name: "Trinkets", places: TRINKET_PLACES, empty: "" },
        ]),
  ];
  return (
    <div className="flex flex-col gap-5">
      {isPvp ? (
        <p className="text-sm text-ink-soft">
          In PvP stat sets, infusions, food and utility items have no effect. What was chosen for other modes
          is kept.
        </p>
      ) : (
        <ManyPieces act={act} pick={pick} />
      )}
      <p role="status" className="sr-only">
        {copied ? `${copied.name} copied` : ""}
      </p>
      {groups.map(({ name, places, empty }) => (
        <div key={name} role="toolbar" aria-label={name} onKeyDown={moveInRows} onFocus={rememberStop}>
          <h3 className="mb-1 text-base">{name}</h3>
          {places.length === 0 && <p className="text-sm text-ink-soft">{empty}</p>}
          {places.map((place, index) => {
            const slot = tableSlotOf(place, loadout, options);
            return (
              <PieceRow
                key={placeKey(place)}
                place={place}
                name={placeName(place, loadout)}
                piece={pieceAt(loadout, place)}
                infusions={infusionRoom(slot, options.gear.tables)}
                sigils={sigilRoom(slot)}
                sigilsOnly={isPvp}
                options={options}
                act={act}
                isFirst={index === 0}
                canPaste={copied !== null}
                pick={pickPiece}
                copy={copy}
                paste={paste}
              />
            );
          })}
        </div>
      ))}
      <div>
        <h3 className="mb-1 text-base">Upgrades and consumables</h3>
        <Upgrades loadout={loadout} options={options} act={act} pick={pick} />
      </div>
      {makePicking && (
        <GearPicker picking={makePicking(loadout, options)} close={() => setMakePicking(null)} />
      )}
    </div>
  );
}
