import type { CSSProperties } from "react";

/**
 * A game icon on a tile with initials, in the colour of the profession around it (`--profession`). The picture comes
 * from the game's own host; where it does not load, the tile is the icon. Decorative: the name stands beside it or on
 * the button around it.
 */
export function IconTile({
  name,
  icon,
  size,
  round,
  colour,
}: {
  name: string;
  icon: string | null;
  /** 28, 40 (default), 48 or 64 pixels. */
  size?: "sm" | "lg" | "xl";
  round?: boolean;
  colour?: string;
}) {
  const style: Record<`--${string}`, string> = {};
  if (icon) style["--icon"] = `url("${icon}")`;
  if (colour) style["--profession"] = colour;
  return (
    <span
      aria-hidden="true"
      className="icon-tile"
      data-initials={initials(name)}
      data-size={size}
      data-round={round || undefined}
      style={style as CSSProperties}
    />
  );
}

const SMALL_WORDS = new Set(["a", "and", "in", "of", "on", "the", "to", "with"]);

/** First letters of the first two words that carry meaning: "Mantra of Solace" is MS. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  const letters = words.flatMap((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? []);
  return letters.slice(0, 2).join("").toUpperCase();
}
