import type { Profession } from "#lib/shared/game.ts";

/** Where everything that the editor of a profession can choose from is found. */
export function optionsAddress(profession: Profession): string {
  return `/api/editor/${profession}`;
}
