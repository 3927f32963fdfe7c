import { PROFESSIONS, type Profession } from "#lib/shared/game.ts";
import type { PaletteId, SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";

/*
 * Where newer copies of the official API (2026-06-30 in berdandy/chatr and 2026-08-18 in
 * Kadenar/gw2-combat-simulator, which agree) differ from the merged snapshot of the catalogue (palettes
 * of 2026-04/05, trait lists of 2025-11 checked 2026-07-31), as far as build links depend on it. A build link
 * of a Bladesworn whose meaning is known confirms the trait order. Once the catalogue itself has these, they do nothing.
 */

interface TraitOrder {
  readonly specialization: number;
  readonly outdated: readonly number[];
  readonly current: readonly number[];
}

const TRAIT_ORDERS: readonly TraitOrder[] = [
  // Bladesworn: adept traits from top to bottom.
  { specialization: 68, outdated: [2225, 2260, 2237], current: [2237, 2260, 2225] },
];

/** Major traits in the order that build links count them. */
export function linkOrderOfTraits(
  specialization: SpecializationId,
  majorTraits: readonly TraitId[],
): readonly TraitId[] {
  const order = TRAIT_ORDERS.find((candidate) => candidate.specialization === specialization);
  if (order?.outdated.every((id, index) => majorTraits[index] === id) !== true) return majorTraits;
  return [...(order.current as readonly TraitId[]), ...majorTraits.slice(order.current.length)];
}

const NEWER_PALETTES: readonly (readonly [
  palette: number,
  skill: number,
  professions: readonly Profession[],
])[] = [
  [7700, 79766, PROFESSIONS],
  [7730, 44626, ["Ranger"]],
];

/** Palette entries newer than the catalogue's palettes. */
export function newerPalettes(profession: Profession): (readonly [PaletteId, SkillId])[] {
  return NEWER_PALETTES.flatMap(([palette, skill, professions]) =>
    professions.includes(profession) ? [[palette as PaletteId, skill as SkillId] as const] : [],
  );
}
