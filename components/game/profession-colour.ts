import type { Profession } from "#lib/shared/game.ts";

/** CSS colour of a profession, from the tokens in app/globals.css. */
export function professionColour(profession: Profession): string {
  return `var(--color-${profession.toLowerCase()})`;
}
