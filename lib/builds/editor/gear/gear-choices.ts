import { iconUrl } from "#lib/catalog/icon.ts";
import type { Item, ItemGroup } from "#lib/catalog/schema.ts";
import { ATTRIBUTE_NAMES } from "#lib/engine/attribute-names.ts";
import { pointsOfPiece } from "#lib/engine/equipment.ts";
import type {
  GearTables,
  MechanicEntry,
  MechanicKind,
  Rarity,
  GearSlot as TableSlot,
} from "#lib/engine/mechanics.ts";
import { apiKey } from "#lib/engine/mechanics-index.ts";
import type { GameMode } from "#lib/shared/game.ts";
import type { ItemId } from "#lib/shared/ids.ts";
import { STAT_SETS, type StatSetName, statSetTitle } from "../../stat-sets.ts";
import type { EditorOptions } from "../options.ts";
import { hasStatSet } from "./gear-places.ts";
import { type Given, givenByItem, givenPoints } from "./given.ts";

/** Something to choose in a picker. */
export interface GearChoice<Id = number | string> {
  readonly id: Id;
  readonly name: string;
  /** Address of the picture; null where there is none. */
  readonly icon: string | null;
  readonly given: readonly Given[];
}

/** Kinds of items that pickers offer; an enrichment is the amulet's infusion. */
export const ITEM_KINDS = ["rune", "sigil", "relic", "food", "utility", "infusion", "enrichment"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Stat sets that exist for slot and rarity, with the points they give there, in the order of their names. */
export function statSetChoices(
  tables: GearTables,
  slot: TableSlot,
  rarity: Rarity,
  mode: GameMode,
): readonly GearChoice<StatSetName>[] {
  return byTitle(STAT_SETS.filter((name) => hasStatSet(name, slot, rarity, tables))).map((name) =>
    statSetChoice(name, givenHere(name, tables, slot, rarity, mode)),
  );
}

/** All stat sets, with their attributes but without points, for choices that concern many pieces. */
export function allStatSetChoices(tables: GearTables): readonly GearChoice<StatSetName>[] {
  const known = STAT_SETS.filter((name) => tables.combinations.some((one) => one.name === name));
  return byTitle(known).map((name) => statSetChoice(name, attributesOf(name, tables)));
}

function byTitle(names: readonly StatSetName[]): readonly StatSetName[] {
  return names.toSorted((a, b) => BY_NAME.compare(statSetTitle(a), statSetTitle(b)));
}

function statSetChoice(name: StatSetName, given: readonly Given[]): GearChoice<StatSetName> {
  return { id: name, name: statSetTitle(name), icon: null, given };
}

function givenHere(
  name: StatSetName,
  tables: GearTables,
  slot: TableSlot,
  rarity: Rarity,
  mode: GameMode,
): readonly Given[] {
  const combination = tables.combinations.find((one) => one.name === name);
  if (!combination || mode === "pvp") return attributesOf(name, tables);
  const points = pointsOfPiece(tables, combination, slot, rarity, mode);
  return points.ok ? givenPoints(points.value) : [];
}

function attributesOf(name: StatSetName, tables: GearTables): readonly Given[] {
  const combination = tables.combinations.find((one) => one.name === name);
  if (!combination) return [];
  const { shape, minor } = combination;
  const lists = shape === "celestial" ? [minor] : [combination.major, minor];
  return [...new Set(lists.flat())].map((attribute) => {
    const what = ATTRIBUTE_NAMES[attribute];
    return { what, text: what, value: 0 };
  });
}

type ByKind = Map<string, readonly GearChoice<ItemId>[]>;
const made = new WeakMap<EditorOptions, ByKind>();

/**
 * Items of a kind that work in a mode: those with curated figures first, which are the ones players use, then by name.
 * Items that are alike (an exotic rune and its legendary form) are one choice. Made once for the options.
 */
export function itemChoices(
  kind: ItemKind,
  mode: GameMode,
  options: EditorOptions,
): readonly GearChoice<ItemId>[] {
  const ofOptions: ByKind = made.get(options) ?? new Map();
  made.set(options, ofOptions);
  const key = `${kind} ${mode}`;
  const choices = ofOptions.get(key) ?? makeItemChoices(kind, mode, options);
  ofOptions.set(key, choices);
  return choices;
}

/** How an item that is worn is shown, whether or not it is offered; null for an empty slot. */
export function chosenItem(id: ItemId | null, options: EditorOptions): GearChoice<ItemId> | null {
  if (id === null) return null;
  const item = options.catalog.items.get(id);
  return item ? itemChoice(item, options) : { id, name: `Unknown item ${id}`, icon: null, given: [] };
}

/** Whether two choices are the same to a player, whatever their ids. */
export function isAlike(one: GearChoice, other: GearChoice): boolean {
  return likeness(one) === likeness(other);
}

function makeItemChoices(
  kind: ItemKind,
  mode: GameMode,
  options: EditorOptions,
): readonly GearChoice<ItemId>[] {
  const items = options.catalog
    .itemsOf(groupOf(kind, mode))
    .filter((item) => item.name !== "" && fitsKind(item, kind) && worksIn(item, mode))
    .map((item) => ({ item, rank: rankOf(item, kind, mode, options) }));
  const sorted = items.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      BY_NAME.compare(a.item.name, b.item.name) ||
      Number(b.item.inGame ?? false) - Number(a.item.inGame ?? false) ||
      a.item.id - b.item.id,
  );
  const seen = new Set<string>();
  return sorted
    .map(({ item }) => itemChoice(item, options))
    .filter((choice) => {
      const key = likeness(choice);
      return !seen.has(key) && seen.add(key);
    });
}

const BY_NAME = new Intl.Collator("en", { numeric: true });

/** Lower comes first. */
function rankOf(item: Item, kind: ItemKind, mode: GameMode, options: EditorOptions): number {
  if (kind === "infusion") return infusionRank(item, mode);
  return entriesOf(item, options).some(({ source }) => source !== "catalog") ? 0 : 1;
}

function entriesOf({ group, id }: Item, { engine }: EditorOptions): readonly MechanicEntry[] {
  return engine.index.byApiId.get(apiKey(group as MechanicKind, id)) ?? [];
}

function likeness({ name, given }: GearChoice): string {
  return [name, ...given.map(({ text }) => text)].join("|");
}

function groupOf(kind: ItemKind, mode: GameMode): ItemGroup {
  if (kind === "enrichment") return "infusion";
  if (mode === "pvp" && kind === "rune") return "pvpRune";
  if (mode === "pvp" && kind === "sigil") return "pvpSigil";
  return kind;
}

function fitsKind({ infusionSlot }: Item, kind: ItemKind): boolean {
  if (kind === "enrichment") return infusionSlot === "Enrichment";
  return kind !== "infusion" || infusionSlot !== "Enrichment";
}

/** As the engine's legality judges it: what PvP leaves out is told by the kind. */
function worksIn({ gameTypes }: Item, mode: GameMode): boolean {
  if (mode === "pvp") return true;
  return gameTypes?.includes(mode === "pve" ? "Pve" : "Wvw") ?? true;
}

/** The usual infusions first: in WvW its own, elsewhere those with most agony resistance that are no cosmetic. */
function infusionRank({ name }: Item, mode: GameMode): number {
  if (/\bWvW\b/.test(name)) return mode === "wvw" ? 0 : 3;
  if (/^[A-Z][a-z]+ \+9 Agony Infusion$/.test(name)) return 1;
  return 2;
}

function itemChoice(item: Item, options: EditorOptions): GearChoice<ItemId> {
  return {
    id: item.id,
    name: item.name,
    icon: item.icon ? iconUrl(item.icon) : null,
    given: givenByItem(item, entriesOf(item, options)),
  };
}
