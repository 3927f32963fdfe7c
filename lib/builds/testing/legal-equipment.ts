import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Item, ItemGroup, WeaponName } from "#lib/catalog/schema.ts";
import { type GearSlot, type GearTables, RARITIES, type Rarity } from "#lib/engine/mechanics.ts";
import type { GameMode } from "#lib/shared/game.ts";
import { GEAR_SLOTS, type LoadoutInput } from "../loadout.ts";
import { STAT_SETS, type StatSetName } from "../stat-sets.ts";
import type { Draw } from "./draw.ts";
import { oncePer } from "./once-per.ts";

export interface GearChoice {
  readonly catalog: Catalog;
  readonly tables: GearTables;
  readonly mode: GameMode;
  readonly draw: Draw;
}

type WeaponInput = NonNullable<NonNullable<NonNullable<LoadoutInput["weapons"]>["a"]>["main"]>;

/**
 * A weapon with all its upgrades. `sigilNames` are those of the set so far: equal ones have no further effect. PvP has
 * neither stat sets nor infusions.
 */
export function legalWeapon(
  type: WeaponName,
  twoHanded: boolean,
  sigilNames: Set<string>,
  choice: GearChoice,
): WeaponInput {
  const { mode, draw } = choice;
  const rarity = draw.pick(RARITIES);
  const slot = twoHanded ? "weapon2h" : "weapon1h";
  const sigils = Array.from({ length: twoHanded ? 2 : 1 }, () => {
    const group = mode === "pvp" ? "pvpSigil" : "sigil";
    const sigil = draw.pick(itemsOf(group, choice).filter(({ name }) => !sigilNames.has(name)));
    sigilNames.add(sigil.name);
    return sigil.id;
  });
  return {
    type,
    rarity,
    sigils,
    statSet: mode === "pvp" ? null : legalStatSet(slot, rarity, choice),
    infusions: mode === "pvp" ? [] : legalInfusions(slot, choice),
  };
}

export function legalEquipment(choice: GearChoice): LoadoutInput["equipment"] {
  const { mode, draw } = choice;
  const oneOf = (group: ItemGroup) => draw.pick(itemsOf(group, choice)).id;
  if (mode === "pvp") return { runes: oneOf("pvpRune"), relic: oneOf("relic") };
  const kinds = draw.pick([1, 2, 14]);
  const rarity = draw.pick(RARITIES);
  const favourites = draw.some(STAT_SETS, kinds);
  return {
    pieces: Object.fromEntries(
      GEAR_SLOTS.map((name) => {
        const slot = gearSlotOf(name);
        const statSet = legalStatSet(slot, rarity, choice, favourites);
        return [name, { statSet, rarity, infusions: legalInfusions(slot, choice) }];
      }),
    ),
    runes: oneOf("rune"),
    relic: oneOf("relic"),
    food: oneOf("food"),
    utility: oneOf("utility"),
    jadeBotCore: mode === "pve" ? draw.between(1, 10) : null,
  };
}

/** Of the favourites, where one of them exists for slot and rarity. */
function legalStatSet(
  slot: GearSlot,
  rarity: Rarity,
  { tables, draw }: GearChoice,
  favourites: readonly StatSetName[] = [],
): StatSetName {
  const possible = oncePer(tables, `${slot} ${rarity}`, () => statSetsFor(slot, rarity, tables));
  const liked = possible.filter((name) => favourites.includes(name));
  return draw.pick(liked.length > 0 ? liked : possible);
}

function statSetsFor(slot: GearSlot, rarity: Rarity, tables: GearTables): StatSetName[] {
  return STAT_SETS.filter((name) =>
    tables.combinations.some(
      (combination) =>
        combination.name === name &&
        combination.slots?.includes(slot) !== false &&
        (combination.shape !== "mixedTrinket" || tables.points[rarity][slot].mixedTrinket !== undefined),
    ),
  );
}

/** As many as there is room for; an enrichment on the amulet. */
function legalInfusions(slot: GearSlot, choice: GearChoice): number[] {
  const kind = slot === "amulet" ? "Enrichment" : "Infusion";
  const room = slot === "amulet" ? 1 : choice.tables.infusionSlots[slot];
  const possible = oncePer(choice.catalog, `${kind} ${choice.mode}`, () =>
    itemsOf("infusion", choice).filter(({ infusionSlot }) => infusionSlot === kind),
  );
  return Array.from({ length: room }, () => choice.draw.pick(possible).id);
}

const GAME_TYPES = { pve: "Pve", wvw: "Wvw", pvp: "Pvp" } as const satisfies Record<GameMode, string>;

/** Items of a group that work in the mode; relics are the same in every mode, of new items nothing is known. */
function itemsOf(group: ItemGroup, { catalog, mode }: GearChoice): readonly Item[] {
  return oncePer(catalog, `${group} ${mode}`, () => {
    const all = catalog.itemsOf(group);
    if (group === "relic") return all;
    return all.filter(({ gameTypes }) => gameTypes?.includes(GAME_TYPES[mode]) ?? true);
  });
}

function gearSlotOf(slot: (typeof GEAR_SLOTS)[number]): GearSlot {
  if (slot === "ring1" || slot === "ring2") return "ring";
  if (slot === "accessory1" || slot === "accessory2") return "accessory";
  return slot;
}
