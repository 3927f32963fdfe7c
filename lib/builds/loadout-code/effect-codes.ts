import type { MechanicEntry } from "#lib/engine/mechanics.ts";
import { EFFECT_IDS } from "./effect-ids.ts";

const CODE_BY_ID = new Map(EFFECT_IDS.map((id, index) => [id, index + 1]));

/** Number of an effect in loadout codes, from 1; undefined where it has none and is written by its id. */
export function effectCode(id: string): number | undefined {
  return CODE_BY_ID.get(id);
}

export function effectOfCode(code: number): string | undefined {
  return EFFECT_IDS[code - 1];
}

/** Whether players set the amount of an entry or switch it: those get numbers. Boons and gear are stated elsewhere. */
export function isAdjustable({ kind, amount }: MechanicEntry): boolean {
  switch (kind) {
    case "trait":
    case "skill":
    case "condition":
    case "aura":
    case "effect":
    case "other":
      return true;
    case "boon":
    case "infusion":
    case "jadeBot":
      return false;
    default:
      return amount !== undefined;
  }
}
