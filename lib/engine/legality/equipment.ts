import type { GameFacts, ItemFacts } from "../game-facts.ts";
import {
  EQUIPMENT_SLOTS,
  type EquipmentSlot,
  type LoadoutShape,
  type LoadoutWeapon,
  WEAPON_SETS,
} from "../loadout.ts";
import type { GearSlot, GearTables, Rarity } from "../mechanics.ts";
import type { Note } from "./finding.ts";
import { isTwoHanded } from "./weapons.ts";

/** Slot in the tables of points for a slot of the loadout. */
export function gearSlotOf(slot: EquipmentSlot): GearSlot {
  if (slot === "ring1" || slot === "ring2") return "ring";
  if (slot === "accessory1" || slot === "accessory2") return "accessory";
  return slot;
}

interface Judging {
  readonly loadout: LoadoutShape;
  readonly facts: GameFacts;
  readonly tables: GearTables;
  readonly note: Note;
}

/** Stat sets that exist for their slot, items of the right kind, room for sigils and infusions, what a mode lacks. */
export function judgeEquipment(
  loadout: LoadoutShape,
  facts: GameFacts,
  tables: GearTables,
  note: Note,
): void {
  const judging: Judging = { loadout, facts, tables, note };
  for (const slot of EQUIPMENT_SLOTS) {
    const piece = loadout.equipment.pieces[slot];
    if (piece === undefined) continue;
    const path = `equipment.pieces.${slot}`;
    judgeStatSet(piece.statSet, gearSlotOf(slot), piece.rarity, `${path}.statSet`, judging);
    judgeInfusions(piece.infusions, gearSlotOf(slot), `${path}.infusions`, judging);
  }
  for (const set of WEAPON_SETS) {
    for (const hand of ["main", "off"] as const) {
      const weapon = loadout.weapons[set][hand];
      if (weapon !== null) judgeWeaponItems(weapon, `weapons.${set}.${hand}`, judging);
    }
    judgeEqualSigils(set, judging);
  }
  judgeRunes(judging);
  for (const kind of ["relic", "food", "utility"] as const) {
    judgeItem(loadout.equipment[kind], [kind], `equipment.${kind}`, judging);
  }
  judgeMode(judging);
}

function judgeStatSet(
  name: string | null,
  slot: GearSlot,
  rarity: Rarity,
  path: string,
  { tables, note }: Judging,
): void {
  if (name === null) return;
  const combination = tables.combinations.find((candidate) => candidate.name === name);
  if (combination === undefined) {
    note("STAT_SET_UNKNOWN", path, `There is no stat set called "${name}".`, "Choose another one.");
    return;
  }
  const lacksPoints =
    combination.shape === "mixedTrinket" && tables.points[rarity][slot].mixedTrinket === undefined;
  if (lacksPoints || combination.slots?.includes(slot) === false) {
    const where = combination.slots?.join(", ") ?? "other slots";
    note(
      "STAT_SET_NOT_FOR_SLOT",
      path,
      `${name} exists on ${where} only${lacksPoints ? ", ascended" : ""}.`,
      "Choose another stat set here.",
    );
  }
}

/** Finds an item and checks its kind; notes what is wrong. */
function judgeItem(
  id: number | null,
  groups: readonly string[],
  path: string,
  { facts, note, loadout: { mode } }: Judging,
): ItemFacts | undefined {
  if (id === null) return undefined;
  const item = facts.items.get(id);
  if (item === undefined) {
    note("ITEM_UNKNOWN", path, `There is no item with the id ${id}.`, "Choose another one.");
    return undefined;
  }
  if (!groups.includes(item.group)) {
    note("ITEM_OF_OTHER_KIND", path, `${item.name} is no ${groups[0]}.`, `Choose a ${groups[0]}.`);
  } else if (mode !== "pvp" && item.gameTypes?.includes(GAME_TYPES[mode]) === false) {
    const message = `${item.name} has no effect in ${mode === "pve" ? "PvE" : "WvW"}.`;
    note("NOT_IN_MODE", path, message, "Choose another one, or another mode.");
  }
  return item;
}

/** What the official API calls the modes in which an item works. What PvP leaves out is judged by kind. */
const GAME_TYPES = { pve: "Pve", wvw: "Wvw" } as const;

function judgeInfusions(
  infusions: readonly (number | null)[],
  slot: GearSlot,
  path: string,
  judging: Judging,
): void {
  const worn = infusions.filter((id) => id !== null);
  const room = slot === "amulet" ? 1 : judging.tables.infusionSlots[slot];
  if (worn.length > room) {
    const message = `There is room for ${room} here, not for ${worn.length}.`;
    judging.note("TOO_MANY_INFUSIONS", path, message, `Take ${worn.length - room} out.`);
  }
  for (const [index, id] of infusions.entries()) {
    const at = `${path}[${index}]`;
    const item = judgeItem(id, ["infusion"], at, judging);
    if (item?.group !== "infusion") continue;
    const isEnrichment = item.infusionSlot === "Enrichment";
    if (isEnrichment && slot !== "amulet") {
      judging.note(
        "ENRICHMENT_OUTSIDE_AMULET",
        at,
        `${item.name} fits the amulet only.`,
        "Choose an infusion.",
      );
    } else if (!isEnrichment && slot === "amulet") {
      judging.note(
        "INFUSION_ON_AMULET",
        at,
        "The amulet takes an enrichment, no infusion.",
        "Choose an enrichment.",
      );
    }
  }
}

function judgeWeaponItems(weapon: LoadoutWeapon, path: string, judging: Judging): void {
  const { loadout, facts, note } = judging;
  const twoHanded = isTwoHanded(weapon, loadout, facts);
  const slot = twoHanded ? "weapon2h" : "weapon1h";
  judgeStatSet(weapon.statSet, slot, weapon.rarity, `${path}.statSet`, judging);
  judgeInfusions(weapon.infusions, slot, `${path}.infusions`, judging);
  const room = twoHanded ? 2 : 1;
  const sigils = weapon.sigils.filter((id) => id !== null);
  if (sigils.length > room) {
    const message = `${weapon.type} has room for ${room} ${room === 1 ? "sigil" : "sigils"}, not for ${sigils.length}.`;
    note("TOO_MANY_SIGILS", `${path}.sigils`, message, `Take ${sigils.length - room} out.`);
  }
  const group = loadout.mode === "pvp" ? ["pvpSigil"] : ["sigil"];
  for (const [index, id] of weapon.sigils.entries())
    judgeItem(id, group, `${path}.sigils[${index}]`, judging);
}

function judgeEqualSigils(set: (typeof WEAPON_SETS)[number], { loadout, facts, note }: Judging): void {
  const { main, off } = loadout.weapons[set];
  const seen = new Set<string>();
  for (const id of [...(main?.sigils ?? []), ...(off?.sigils ?? [])]) {
    const name = id === null ? undefined : facts.items.get(id)?.name;
    if (name === undefined) continue;
    if (seen.has(name)) {
      note(
        "SIGIL_TWICE",
        `weapons.${set}`,
        `${name} twice in one weapon set has no further effect.`,
        "Choose another sigil.",
      );
    }
    seen.add(name);
  }
}

function judgeRunes(judging: Judging): void {
  const { runes } = judging.loadout.equipment;
  const group = judging.loadout.mode === "pvp" ? ["pvpRune"] : ["rune"];
  if (runes === null || typeof runes === "number") {
    judgeItem(runes, group, "equipment.runes", judging);
    return;
  }
  for (const [index, id] of runes.entries()) judgeItem(id, group, `equipment.runes[${index}]`, judging);
  judging.note(
    "INCOMPLETE_RUNE_SET",
    "equipment.runes",
    "The six runes are not of one kind, so no set is complete.",
    "Six equal runes give the full bonus.",
  );
}

function judgeMode({ loadout: { mode, equipment, weapons }, note }: Judging): void {
  const without = (path: string, what: string): void =>
    note(
      "NOT_IN_MODE",
      path,
      `${what} no effect in ${mode === "pvp" ? "PvP" : "WvW"}.`,
      "Leave it out, or choose another mode.",
    );
  if (mode !== "pve" && equipment.jadeBotCore !== null)
    without("equipment.jadeBotCore", "A jade bot core has");
  if (mode !== "pvp") {
    if (equipment.pvpAmulet === null) return;
    note(
      "NOT_IN_MODE",
      "equipment.pvpAmulet",
      "The PvP amulet has an effect in PvP only.",
      "Choose stat sets instead.",
    );
    return;
  }
  if (equipment.food !== null) without("equipment.food", "Food has");
  if (equipment.utility !== null) without("equipment.utility", "Utility items have");
  const pieces = Object.values(equipment.pieces);
  const held = Object.values(weapons).flatMap(({ main, off }) => [main, off]);
  if ([...pieces, ...held].some((piece) => piece?.statSet)) without("equipment.pieces", "Stat sets have");
  if ([...pieces, ...held].some((piece) => piece?.infusions.some((id) => id !== null))) {
    without("equipment.pieces", "Infusions have");
  }
}
