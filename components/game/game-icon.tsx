import { GAME_SYMBOLS } from "./game-symbols.ts";

/**
 * A symbol of the community's icon set (@gw2treasures/icons, MIT licence; copied by scripts/copy-game-symbols.ts), in the
 * colour of the text. Decorative: name it where it stands alone.
 */
export function GameIcon({ name, className }: { name: keyof typeof GAME_SYMBOLS; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" fill="none" className={className} aria-hidden="true" focusable="false">
      {GAME_SYMBOLS[name].map((path) => (
        <path key={path.d} {...path} />
      ))}
    </svg>
  );
}
