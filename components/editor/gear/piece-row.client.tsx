"use client";

import { type KeyboardEvent, memo } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { chosenItem, type GearChoice } from "#lib/builds/editor/gear/gear-choices.ts";
import {
  chooseInfusion,
  chooseRarity,
  chooseSigil,
  chooseStatSet,
  RARITY_NAMES,
} from "#lib/builds/editor/gear/gear-edits.ts";
import type { GearPlace, WornPiece } from "#lib/builds/editor/gear/gear-places.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import { statSetTitle } from "#lib/builds/stat-sets.ts";
import { ChoiceButton } from "./choice-button.tsx";
import type { Act } from "./use-act.client.ts";

/** What of a piece is to be picked. */
export type PieceSlot =
  | { readonly kind: "statSet" }
  | { readonly kind: "infusion" | "sigil"; readonly index: number };

export interface PieceRowProps {
  readonly place: GearPlace;
  readonly name: string;
  readonly piece: WornPiece;
  readonly infusions: number;
  readonly sigils: number;
  /** Neither stat sets nor infusions have an effect in PvP. */
  readonly sigilsOnly: boolean;
  readonly options: EditorOptions;
  readonly act: Act;
  /** The stop of the Tab key is in this row. */
  readonly isFirst: boolean;
  readonly canPaste: boolean;
  readonly pick: (place: GearPlace, slot: PieceSlot) => void;
  readonly copy: (place: GearPlace) => void;
  readonly paste: (place: GearPlace) => void;
}

/** One piece: stat set, rarity, sigils, infusions. Drawn again only when something of this piece changes. */
export const PieceRow = memo(function PieceRow(props: PieceRowProps) {
  const { place, name, piece, infusions, sigils, sigilsOnly, options, act, isFirst, pick } = props;
  const { statSet, rarity } = piece;
  const other = rarity === "ascended" ? "exotic" : "ascended";
  const isAmulet = place.kind !== "weapon" && place.slot === "amulet";
  return (
    <fieldset
      data-row
      className="grid grid-cols-[1fr_auto] items-center gap-x-2 gap-y-1 border-line/60 border-b py-2 last:border-0 sm:grid-cols-[6.5rem_1fr_auto]"
      onKeyDown={(event) => onShortcut(event, props)}
    >
      <legend className="sr-only">{name}</legend>
      <span aria-hidden="true" className="text-sm text-ink-soft">
        {name}
      </span>
      <div className="col-span-2 flex min-w-0 flex-wrap gap-1.5 sm:col-span-1">
        {!sigilsOnly && (
          <>
            <ChoiceButton
              label={`${name}, stat set`}
              kind="statSet"
              empty="Stat set"
              choice={statSet && { id: statSet, name: statSetTitle(statSet), icon: null, given: [] }}
              isFirst={isFirst}
              open={() => pick(place, { kind: "statSet" })}
              clear={() => act((loadout) => chooseStatSet(loadout, place, null))}
            />
            <button
              type="button"
              data-stop="rarity"
              tabIndex={-1}
              aria-label={`${name}: ${RARITY_NAMES[rarity].toLowerCase()}; change to ${RARITY_NAMES[other].toLowerCase()}`}
              className={classNames(
                "min-h-9 rounded-md px-2 text-xs hover:bg-raised",
                rarity === "ascended" ? "text-ascended" : "text-exotic",
              )}
              onClick={() => act((loadout, known) => chooseRarity(loadout, known, place, other))}
            >
              {RARITY_NAMES[rarity]}
            </button>
          </>
        )}
        {range(sigils).map((index) => {
          const choice = chosenItem(piece.sigils[index] ?? null, options);
          return (
            <ChoiceButton
              key={`sigil ${index}`}
              label={`${name}, sigil${sigils > 1 ? ` ${index + 1}` : ""}`}
              kind={`sigil ${index}`}
              empty="Sigil"
              choice={choice}
              shown={choice?.name.replace(/^(Superior )?Sigil of (the )?/, "")}
              isFirst={isFirst && sigilsOnly && index === 0}
              open={() => pick(place, { kind: "sigil", index })}
              clear={() => act((loadout, known) => chooseSigil(loadout, known, place, index, null))}
            />
          );
        })}
        {!sigilsOnly &&
          range(infusions).map((index) => {
            const choice = chosenItem(piece.infusions[index] ?? null, options);
            const what = isAmulet ? "enrichment" : "infusion";
            return (
              <ChoiceButton
                key={`infusion ${index}`}
                label={`${name}, ${what}${infusions > 1 ? ` ${index + 1}` : ""}`}
                kind={`infusion ${index}`}
                empty={isAmulet ? "Enrichment" : "Infusion"}
                choice={choice && withoutIcon(choice)}
                shown={choice?.given[0]?.text}
                open={() => pick(place, { kind: "infusion", index })}
                clear={() => act((loadout, known) => chooseInfusion(loadout, known, place, index, null))}
              />
            );
          })}
      </div>
      <div className="col-start-2 row-start-1 flex gap-1 sm:col-start-3">
        <button
          type="button"
          data-stop="copy"
          tabIndex={-1}
          className={ICON_BUTTON}
          aria-label={`Copy ${name}`}
          title="Copy (Ctrl+C)"
          onClick={() => props.copy(place)}
        >
          <Sign path="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
        </button>
        <button
          type="button"
          data-stop="paste"
          tabIndex={-1}
          className={ICON_BUTTON}
          aria-label={`Paste on ${name}`}
          title="Paste (Ctrl+V)"
          disabled={!props.canPaste}
          onClick={() => props.paste(place)}
        >
          <Sign path="M5.5 3.5h-2v10h9v-10h-2M6 2.5h4v2H6zM8 7v4m-2-2 2 2 2-2" />
        </button>
      </div>
    </fieldset>
  );
});

const ICON_BUTTON =
  "inline-flex size-8 items-center justify-center rounded-md text-ink-soft hover:bg-raised hover:text-ink disabled:opacity-40";

function Sign({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-none stroke-current stroke-[1.3]">
      <path d={path} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}

/** Ctrl+C and Ctrl+V on a row are its buttons. */
function onShortcut(event: KeyboardEvent, { place, copy, paste, canPaste }: PieceRowProps): void {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  if (event.key === "c" && window.getSelection()?.isCollapsed !== false) {
    event.preventDefault();
    copy(place);
  } else if (event.key === "v" && canPaste) {
    event.preventDefault();
    paste(place);
  }
}

/** Twenty pictures of infusions say less than their attributes. */
function withoutIcon(choice: GearChoice): GearChoice {
  return { ...choice, icon: null };
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
