import type { WeaponName } from "#lib/catalog/schema.ts";
import type { ExtraSlot, Template, TemplateSetup } from "#lib/engine/mechanics.ts";
import type { MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import { EXAMPLE_WEAPONS } from "./example-weapons.ts";
import { GEAR_SLOTS, type LoadoutInput } from "./loadout.ts";
import { STAT_SETS } from "./stat-sets.ts";

/** Tier of the jade bot core that the source's templates assume. */
const JADE_BOT_CORE = 10;

/** The setup of an example: the one for raids where the source tells raids and fractals apart. */
export function exampleSetup(template: Template): TemplateSetup {
  return template.setups.raid ? "raid" : "any";
}

/** Equipment of an example: the source's first recommendation of each kind. */
export function exampleEquipment(template: Template, mechanics: MechanicsIndex): LoadoutInput["equipment"] {
  const statSet = statSetOf(template);
  return {
    pieces: statSet ? Object.fromEntries(GEAR_SLOTS.map((slot) => [slot, { statSet }])) : {},
    runes: itemOf("rune", template, mechanics),
    relic: itemOf("relic", template, mechanics),
    food: itemOf("food", template, mechanics),
    utility: itemOf("utility", template, mechanics),
    jadeBotCore: template.assumedBuffs.includes("jadeBot:jade-bot-base") ? JADE_BOT_CORE : null,
  };
}

/** The weapons that the template's name states, with stat set and sigils. */
export function exampleWeapons(template: Template, mechanics: MechanicsIndex): LoadoutInput["weapons"] {
  const statSet = statSetOf(template);
  const sigils = [itemOf("sigil1", template, mechanics), itemOf("sigil2", template, mechanics)];
  const weapon = (type: WeaponName | undefined, worn: readonly (number | null)[]) =>
    type ? { type, statSet, sigils: [...worn] } : null;
  const set = ([main, off]: readonly WeaponName[] = []) =>
    isTwoHanded(main)
      ? { main: weapon(main, sigils), off: null }
      : { main: weapon(main, sigils.slice(0, 1)), off: weapon(off, sigils.slice(1)) };
  const [first, second] = EXAMPLE_WEAPONS[template.id] ?? [];
  return { a: set(first), b: set(second) };
}

const TWO_HANDED: readonly WeaponName[] = [
  "Greatsword",
  "Hammer",
  "Longbow",
  "Rifle",
  "Shortbow",
  "Spear",
  "Staff",
];

function isTwoHanded(weapon: WeaponName | undefined): boolean {
  return weapon !== undefined && TWO_HANDED.includes(weapon);
}

function statSetOf(template: Template) {
  const name = template.setups[exampleSetup(template)]?.goal.affixes[0];
  return STAT_SETS.find((set) => set === name) ?? null;
}

/** Item id of the source's first recommendation that acts as it is (some are parts switched on by hand). */
function itemOf(slot: ExtraSlot, template: Template, mechanics: MechanicsIndex): number | null {
  const uses = template.setups[exampleSetup(template)]?.extras[slot] ?? [];
  const entries = uses.flatMap(({ ref }) => mechanics.byId.get(ref) ?? []);
  return entries.find(({ gw2id, defaultOn }) => gw2id !== undefined && defaultOn !== false)?.gw2id ?? null;
}
