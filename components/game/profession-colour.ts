import type { CSSProperties } from "react";
import type { Profession } from "#lib/shared/game.ts";

/** CSS colour of a profession, from the tokens in app/globals.css. */
export function professionColour(profession: Profession): string {
  return `var(--color-${profession.toLowerCase()})`;
}

/** Makes a part of the page take the profession's colour: `--profession` for everything inside. */
export function professionStyle(profession: Profession): CSSProperties {
  const style: Record<`--${string}`, string> = { "--profession": professionColour(profession) };
  return style as CSSProperties;
}
