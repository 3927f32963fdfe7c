import type { IconName } from "@gw2treasures/icons";
import sprite from "@gw2treasures/icons/sprite.svg";

/** The bundler hands out the address of an SVG file. */
const SPRITE_URL: string = sprite;

/** A symbol of the community's icon set, in the colour of the text. Decorative: name it where it stands alone. */
export function GameIcon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" className={className} aria-hidden="true" focusable="false">
      <use href={`${SPRITE_URL}#${name}`} />
    </svg>
  );
}
