import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import type { ItemId, LegendCode, PetId, SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";
import { GEAR_SLOTS, type Loadout, type SkillBar, type WeaponPiece } from "../loadout.ts";
import type { LoadoutDifference } from "../view.ts";

/** In what two loadouts differ, by name and in the order of the build page; what only calculations assume comes last. Pure. */
export function loadoutDifferences(before: Loadout, after: Loadout, catalog: Catalog): LoadoutDifference[] {
  const [old, now] = [linesOf(before, catalog), linesOf(after, catalog)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((what) => ({ what, before: old.get(what) ?? null, after: now.get(what) ?? null }))
    .filter((line) => line.before !== line.after);
}

type Line = readonly [what: string, text: string | null | undefined];

const TIERS = ["adept", "master", "grandmaster"] as const;
const WEAPON_SETS = {
  a: "Weapon set 1",
  b: "Weapon set 2",
  aquaticA: "Under water, set 1",
  aquaticB: "Under water, set 2",
} as const;

function linesOf(loadout: Loadout, catalog: Catalog): Map<string, string> {
  const lines: Line[] = [
    ["Profession", loadout.profession],
    ["Mode", GAME_MODE_NAMES[loadout.mode]],
    ...specializationLines(loadout, catalog),
    ...slotLines(loadout, catalog),
    ["Assumptions", JSON.stringify(loadout.assumptions)],
  ];
  return filled(lines);
}

/**
 * A loadout line by line, whatever its mode and assumptions: each specialization with its traits in one line, then
 * skills, companions, weapons and equipment in the order of the build page. Only what is there.
 */
export function wornLines(loadout: Loadout, catalog: Catalog): Map<string, string> {
  return filled([...wholeSpecializationLines(loadout, catalog), ...slotLines(loadout, catalog)]);
}

function filled(lines: readonly Line[]): Map<string, string> {
  return new Map(lines.flatMap(([what, text]) => (text ? [[what, text] as const] : [])));
}

function slotLines(loadout: Loadout, catalog: Catalog): Line[] {
  return [
    ...skillLines("", loadout.skills.terrestrial, catalog),
    ...skillLines(" under water", loadout.skills.aquatic, catalog),
    ["Weapon skill variants", names(loadout.skillOverrides, (id) => skillName(id, catalog))],
    ...companionLines(loadout, catalog),
    ...weaponLines(loadout, catalog),
    ...equipmentLines(loadout, catalog),
    ["Measured rotation", loadout.template && `${loadout.template.id}, ${loadout.template.setup}`],
  ];
}

function wholeSpecializationLines({ specializations }: Loadout, catalog: Catalog): Line[] {
  return specializations.flatMap((line): Line[] => {
    if (!line) return [];
    const traits = names(line.traits, (id) => traitName(id, catalog)) ?? "no traits chosen";
    return [[specializationName(line.id, catalog), traits]];
  });
}

function specializationName(id: SpecializationId, catalog: Catalog): string {
  return catalog.specializations.get(id)?.name ?? `Unknown specialization ${id}`;
}

function specializationLines({ specializations }: Loadout, catalog: Catalog): Line[] {
  return specializations.flatMap((line, index): Line[] => {
    if (!line) return [];
    const name = specializationName(line.id, catalog);
    return [
      [`Specialization ${index + 1}`, name],
      ...line.traits.map((id, tier): Line => [`${name}, ${TIERS[tier]} trait`, traitName(id, catalog)]),
    ];
  });
}

function skillLines(where: string, { heal, utility, elite }: SkillBar, catalog: Catalog): Line[] {
  return [
    [`Heal skill${where}`, skillName(heal, catalog)],
    ...utility.map((id, index): Line => [`Utility skill ${index + 1}${where}`, skillName(id, catalog)]),
    [`Elite skill${where}`, skillName(elite, catalog)],
  ];
}

function companionLines({ pets, legends }: Loadout, catalog: Catalog): Line[] {
  const pet = (id: PetId | null) => id && (catalog.pets.get(id)?.name ?? `Unknown pet ${id}`);
  const legend = (code: LegendCode | null) =>
    code && (catalog.legends.get(code)?.name ?? `Unknown legend ${code}`);
  const inactive = legends?.inactiveUtility;
  const skill = (id: SkillId | null) => skillName(id, catalog);
  return [
    ["Pets", names(pets?.terrestrial, pet)],
    ["Pets under water", names(pets?.aquatic, pet)],
    ["Legends", names(legends?.terrestrial, legend)],
    ["Legends under water", names(legends?.aquatic, legend)],
    ["Skills of the second legend", names(inactive?.terrestrial, skill)],
    ["Skills of the second legend under water", names(inactive?.aquatic, skill)],
  ];
}

function weaponLines({ weapons }: Loadout, catalog: Catalog): Line[] {
  const keys = ["a", "b", "aquaticA", "aquaticB"] as const;
  return keys.flatMap((key): Line[] => {
    const { main, off } = weapons[key];
    return [
      [`${WEAPON_SETS[key]}, main hand`, main && weaponText(main, catalog)],
      [`${WEAPON_SETS[key]}, off hand`, off && weaponText(off, catalog)],
    ];
  });
}

function weaponText(weapon: WeaponPiece, catalog: Catalog): string {
  return [weapon.type, gearText(weapon), ...itemNames([...weapon.sigils, ...weapon.infusions], catalog)]
    .filter(Boolean)
    .join(", ");
}

function equipmentLines({ equipment }: Loadout, catalog: Catalog): Line[] {
  const { pieces, runes, relic, food, utility, jadeBotCore, pvpAmulet } = equipment;
  const item = (id: ItemId | null) => id && itemName(id, catalog);
  return [
    ...GEAR_SLOTS.map((slot): Line => {
      const piece = pieces[slot];
      return [
        slotName(slot),
        piece && [gearText(piece), ...itemNames(piece.infusions, catalog)].filter(Boolean).join(", "),
      ];
    }),
    ["Runes", Array.isArray(runes) ? names(runes, item) : item(runes)],
    ["Relic", item(relic)],
    ["Food", item(food)],
    ["Utility item", item(utility)],
    ["Jade bot core", jadeBotCore && `Tier ${jadeBotCore}`],
    ["PvP amulet", pvpAmulet && (catalog.pvpAmulets.get(pvpAmulet)?.name ?? `Unknown amulet ${pvpAmulet}`)],
  ].map(([what, text]): Line => [String(what), text ? String(text) : null]);
}

function gearText({ statSet, rarity }: Pick<WeaponPiece, "statSet" | "rarity">): string {
  return `${rarity === "ascended" ? "Ascended" : "Exotic"} ${statSet ?? "without stat set"}`;
}

/** `accessory1` as `Accessory 1`. */
function slotName(slot: string): string {
  const [, word = slot, digit = ""] = /^([a-z]+)(\d?)$/.exec(slot) ?? [];
  return `${word[0]?.toUpperCase()}${word.slice(1)}${digit && ` ${digit}`}`;
}

function itemNames(ids: readonly (ItemId | null)[], catalog: Catalog): string[] {
  return ids.map((id) => (id === null ? "none" : itemName(id, catalog)));
}

function itemName(id: ItemId, catalog: Catalog): string {
  return catalog.items.get(id)?.name ?? `Unknown item ${id}`;
}

function skillName(id: SkillId | null, catalog: Catalog): string | null {
  return id && (catalog.skills.get(id)?.name ?? `Unknown skill ${id}`);
}

function traitName(id: TraitId | null, catalog: Catalog): string | null {
  return id && (catalog.traits.get(id)?.name ?? `Unknown trait ${id}`);
}

/** All by name in their order, `none` in place of empty slots; null where there is nothing at all. */
function names<Id>(ids: readonly Id[] | undefined, nameOf: (id: Id) => string | null | 0): string | null {
  if (!ids?.some((id) => id !== null)) return null;
  return ids.map((id) => nameOf(id) || "none").join(", ");
}
