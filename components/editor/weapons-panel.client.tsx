"use client";

import { memo, useState } from "react";
import { IconTile } from "#components/game/icon-tile.tsx";
import { attunementsOf, type LiveSlot, weaponSlots } from "#lib/builds/editor/bars.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import {
  hasSecondSet,
  isTwoHanded,
  pasteSet,
  swapSets,
  WEAPON_SET_NAMES,
} from "#lib/builds/editor/weapon-sets.ts";
import type { Loadout, WeaponPiece } from "#lib/builds/loadout.ts";
import { ATTUNEMENTS, type Attunement } from "#lib/catalog/schema.ts";
import type { WeaponSetName } from "#lib/engine/loadout.ts";
import { LiveBar } from "./live-bar.tsx";
import { SMALL_BUTTON } from "./panel.tsx";
import type { EditLoadout } from "./use-editor.client.ts";
import { WeaponPicker, type WeaponPlace } from "./weapon-picker.client.tsx";

interface Props {
  readonly environment: "land" | "water";
  readonly lines: Loadout["specializations"];
  readonly weapons: Loadout["weapons"];
  /** The loadout itself; only lines and weapons of it are shown. */
  readonly loadout: Loadout;
  readonly options: EditorOptions;
  readonly edit: EditLoadout;
}

/** Weapon sets of an environment with the bars they give. */
export const WeaponsPanel = memo(WeaponSets, hasSameWeapons);

function WeaponSets({ environment, weapons, loadout, options, edit }: Props) {
  const [picking, setPicking] = useState<WeaponPlace | null>(null);
  const [first, second] =
    environment === "land" ? (["a", "b"] as const) : (["aquaticA", "aquaticB"] as const);
  const showsSecond =
    hasSecondSet(loadout, options) || weapons[second].main !== null || weapons[second].off !== null;
  const names = showsSecond ? [first, second] : [first];
  return (
    <div className="flex flex-col gap-5">
      <div className={showsSecond ? "grid gap-5 xl:grid-cols-2" : ""}>
        {names.map((name) => (
          <SetEditor
            key={name}
            name={name}
            loadout={loadout}
            options={options}
            pick={setPicking}
            other={showsSecond ? (name === first ? second : first) : null}
            edit={edit}
          />
        ))}
      </div>
      {showsSecond && (
        <div>
          <button
            type="button"
            className={SMALL_BUTTON}
            onClick={() => edit((loadout) => swapSets(loadout, environment))}
          >
            Exchange both sets
          </button>
        </div>
      )}
      {picking && (
        <WeaponPicker
          place={picking}
          held={weapons[picking.set][picking.hand]}
          lines={loadout.specializations}
          options={options}
          edit={edit}
          close={() => setPicking(null)}
        />
      )}
    </div>
  );
}

/** Stat sets and sigils are drawn elsewhere: a change of them draws nothing here. */
function hasSameWeapons(before: Props, after: Props): boolean {
  const idsOf = ({ lines }: Props) => lines.map((line) => line?.id ?? 0).join();
  if (before.options !== after.options || before.environment !== after.environment) return false;
  if (before.lines !== after.lines && idsOf(before) !== idsOf(after)) return false;
  if (before.weapons === after.weapons) return true;
  return (["a", "b", "aquaticA", "aquaticB"] as const).every((set) =>
    (["main", "off"] as const).every(
      (hand) => before.weapons[set][hand]?.type === after.weapons[set][hand]?.type,
    ),
  );
}

function SetEditor({
  name,
  loadout,
  options,
  pick,
  other,
  edit,
}: {
  name: WeaponSetName;
  loadout: Loadout;
  options: EditorOptions;
  pick: (place: WeaponPlace) => void;
  /** The other set of the environment, where there is one. */
  other: WeaponSetName | null;
  edit: EditLoadout;
}) {
  const set = loadout.weapons[name];
  const twoHanded = isTwoHanded(options, set.main?.type);
  const isArmed = set.main !== null || set.off !== null;
  return (
    <section aria-label={WEAPON_SET_NAMES[name]} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base">{WEAPON_SET_NAMES[name]}</h3>
        <span className="flex gap-1.5">
          {isArmed && other && (
            <button
              type="button"
              className={SMALL_BUTTON}
              aria-label={`Copy to the other set: ${WEAPON_SET_NAMES[name]}`}
              onClick={() => edit((loadout) => pasteSet(loadout, other, loadout.weapons[name]))}
            >
              Copy to the other set
            </button>
          )}
        </span>
      </div>
      <div className="grid grid-cols-2 gap-2">
        <HandButton
          label={twoHanded ? "Both hands" : "Main hand"}
          piece={set.main}
          open={() => pick({ set: name, hand: "main" })}
          set={name}
        />
        {!name.startsWith("aquatic") && (
          <HandButton
            label="Off hand"
            piece={set.off}
            open={() => pick({ set: name, hand: "off" })}
            set={name}
            isTaken={twoHanded && set.off === null}
          />
        )}
      </div>
      {isArmed && <Bars name={name} loadout={loadout} options={options} />}
    </section>
  );
}

function HandButton({
  label,
  piece,
  open,
  set,
  isTaken = false,
}: {
  label: string;
  piece: WeaponPiece | null;
  open: () => void;
  set: WeaponSetName;
  isTaken?: boolean;
}) {
  const shown = piece?.type ?? (isTaken ? "held by both hands" : "empty");
  return (
    <button
      type="button"
      className="flex min-h-14 min-w-0 items-center gap-2.5 rounded-lg border border-line-strong p-2 text-left hover:border-ink-faint hover:bg-raised"
      aria-label={`${WEAPON_SET_NAMES[set]}, ${label.toLowerCase()}: ${shown}`}
      aria-haspopup="dialog"
      onClick={open}
    >
      {piece ? (
        <IconTile name={piece.type} icon={null} />
      ) : (
        <span
          aria-hidden="true"
          className="flex size-10 shrink-0 items-center justify-center rounded-md border border-dashed border-line-strong text-ink-faint"
        >
          {isTaken ? "" : "+"}
        </span>
      )}
      <span className="flex min-w-0 flex-col">
        <span className="order-2 text-xs text-ink-faint">{label}</span>{" "}
        <span className={`text-sm leading-tight break-words ${piece ? "" : "text-ink-faint"}`}>{shown}</span>
      </span>
    </button>
  );
}

/** The bar of a set; an elementalist looks through attunements, a weaver through pairs of them. */
function Bars({ name, loadout, options }: { name: WeaponSetName; loadout: Loadout; options: EditorOptions }) {
  const [attunement, setAttunement] = useState<Attunement>("Fire");
  const [second, setSecond] = useState<Attunement>("Fire");
  const { all, dual } = attunementsOf(loadout, options);
  const slots: readonly LiveSlot[] =
    all.length > 0
      ? weaponSlots(loadout, options, name, attunement, dual ? second : attunement)
      : weaponSlots(loadout, options, name);
  const title = WEAPON_SET_NAMES[name];
  return (
    <div className="flex flex-col gap-2">
      {all.length > 0 && (
        <AttunementSwitch label={`Attunement of ${title}`} chosen={attunement} choose={setAttunement} />
      )}
      {dual && (
        <AttunementSwitch label={`Second attunement of ${title}`} chosen={second} choose={setSecond} />
      )}
      <LiveBar name={`Skills of ${title}`} slots={slots} />
    </div>
  );
}

function AttunementSwitch({
  label,
  chosen,
  choose,
}: {
  label: string;
  chosen: Attunement;
  choose: (attunement: Attunement) => void;
}) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {ATTUNEMENTS.map((attunement) => (
        <label
          key={attunement}
          className={`${SMALL_BUTTON} has-checked:border-accent has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent`}
        >
          <input
            type="radio"
            name={label}
            className="sr-only"
            checked={attunement === chosen}
            onChange={() => choose(attunement)}
          />
          {attunement}
        </label>
      ))}
    </fieldset>
  );
}
