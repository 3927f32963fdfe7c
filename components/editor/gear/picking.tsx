import type { Edit } from "#lib/builds/editor/edit.ts";
import {
  chosenItem,
  type ItemKind,
  itemChoices,
  statSetChoices,
} from "#lib/builds/editor/gear/gear-choices.ts";
import {
  chooseExtra,
  chooseInfusion,
  chooseRune,
  chooseRuneOf,
  chooseSigil,
  chooseStatSet,
  EXTRA_NAMES,
  type ExtraKind,
  runesOf,
} from "#lib/builds/editor/gear/gear-edits.ts";
import { type GearPlace, pieceAt, placeName, tableSlotOf } from "#lib/builds/editor/gear/gear-places.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import { ARMOR_SLOTS, type Loadout } from "#lib/builds/loadout.ts";
import { GEAR_SLOT_NAMES } from "#lib/builds/slot-names.ts";
import { statSetTitle } from "#lib/builds/stat-sets.ts";
import type { ItemId } from "#lib/shared/ids.ts";
import type { Picking } from "./gear-picker.client.tsx";
import { GearPreview } from "./gear-preview.tsx";
import type { PieceSlot } from "./piece-row.client.tsx";
import type { Act } from "./use-act.client.ts";

/** Whose equipment is picked, and how a choice is made. */
interface Context {
  readonly loadout: Loadout;
  readonly options: EditorOptions;
  readonly act: Act;
}

/** What a slot of a piece can hold, ready to be picked. */
export function pickingOf(place: GearPlace, slot: PieceSlot, context: Context): Picking {
  return slot.kind === "statSet" ? statSetPicking(place, context) : upgradePicking(place, slot, context);
}

function statSetPicking(place: GearPlace, { loadout, options, act }: Context): Picking {
  const { statSet, rarity } = pieceAt(loadout, place);
  const slot = tableSlotOf(place, loadout, options);
  const choices = statSetChoices(options.gear.tables, slot, rarity, loadout.mode);
  const name = placeName(place, loadout);
  return wide({
    title: `Stat set: ${name}`,
    choices,
    chosen:
      choices.find(({ id }) => id === statSet) ??
      (statSet && { id: statSet, name: statSetTitle(statSet), icon: null, given: [] }),
    choose: (id) => act((now) => chooseStatSet(now, place, id)),
    clear: statSet ? () => act((now) => chooseStatSet(now, place, null)) : undefined,
    preview: (id) => (
      <GearPreview now={loadout} then={chooseStatSet(loadout, place, id).loadout} options={options} />
    ),
  });
}

function upgradePicking(
  place: GearPlace,
  { kind, index }: Extract<PieceSlot, { index: number }>,
  context: Context,
): Picking {
  const { loadout } = context;
  const name = placeName(place, loadout);
  const worn = pieceAt(loadout, place);
  if (kind === "sigil") {
    return itemPicking(`Sigil: ${name}`, "sigil", worn.sigils[index] ?? null, context, (now, options, id) =>
      chooseSigil(now, options, place, index, id),
    );
  }
  const isAmulet = place.kind !== "weapon" && place.slot === "amulet";
  const [title, items] = isAmulet
    ? (["Enrichment", "enrichment"] as const)
    : (["Infusion", "infusion"] as const);
  return itemPicking(`${title}: ${name}`, items, worn.infusions[index] ?? null, context, (now, options, id) =>
    chooseInfusion(now, options, place, index, id),
  );
}

/** Relic, food or utility item. */
export function extraPicking(kind: ExtraKind, context: Context): Picking {
  return itemPicking(EXTRA_NAMES[kind], kind, context.loadout.equipment[kind], context, (now, options, id) =>
    chooseExtra(now, options, kind, id),
  );
}

/** The rune of one piece of armor; null for all six. */
export function runePicking(index: number | null, context: Context): Picking {
  const runes = runesOf(context.loadout);
  const slot = index === null ? undefined : ARMOR_SLOTS[index];
  return itemPicking(
    slot ? `Rune: ${GEAR_SLOT_NAMES[slot]}` : "Rune: all six pieces",
    "rune",
    runes[index ?? 0] ?? null,
    context,
    (now, options, id) =>
      index === null ? chooseRune(now, options, id) : chooseRuneOf(now, options, index, id),
  );
}

function itemPicking(
  title: string,
  kind: ItemKind,
  worn: ItemId | null,
  { loadout, options, act }: Context,
  edit: (loadout: Loadout, options: EditorOptions, id: ItemId | null) => Edit,
): Picking {
  return wide<ItemId>({
    title,
    choices: itemChoices(kind, loadout.mode, options),
    chosen: chosenItem(worn, options),
    choose: (id) => act((now, known) => edit(now, known, id)),
    clear: worn === null ? undefined : () => act((now, known) => edit(now, known, null)),
    preview: (id) => (
      <GearPreview now={loadout} then={edit(loadout, options, id).loadout} options={options} />
    ),
  });
}

/** A list hands back only ids that it was given, so the wider type is safe. */
export function wide<Id extends string | number>(picking: Picking<Id>): Picking {
  const { choices, choose, preview } = picking;
  const idOf = (given: string | number) => choices.find(({ id }) => id === given)?.id;
  const use = <Result,>(given: string | number, then: (id: Id) => Result): Result | undefined => {
    const id = idOf(given);
    return id === undefined ? undefined : then(id);
  };
  return {
    ...picking,
    choose: (given) => void use(given, choose),
    preview: preview && ((given) => use(given, preview)),
  };
}
