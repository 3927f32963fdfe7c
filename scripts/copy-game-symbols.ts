/**
 * Copies the game symbols that pages use out of the community's icon set, so that a page draws one without fetching
 * them all.
 *
 *   node scripts/copy-game-symbols.ts
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IconName } from "@gw2treasures/icons";

const root = join(import.meta.dirname, "..");
const modules = join(root, "node_modules");
export const SYMBOLS_FILE = join(root, "components", "game", "game-symbols.ts");
const USED: readonly IconName[] = ["chatlink"];

/** The module with the paths of each symbol, by its name, as the formatter writes it. Throws where there is no such symbol. */
export function gameSymbolsModule(): string {
  const sprite = readFileSync(join(modules, "@gw2treasures/icons/dist/sprite.svg"), "utf8");
  const symbols = Object.fromEntries(USED.map((name) => [name, pathsOf(sprite, name)]));
  const code = `/** Made by scripts/copy-game-symbols.ts of @gw2treasures/icons (MIT licence). */
export const GAME_SYMBOLS = ${JSON.stringify(symbols)} as const;
`;
  const format = [join(modules, "@biomejs/biome/bin/biome"), "format", `--stdin-file-path=${SYMBOLS_FILE}`];
  return execFileSync(process.execPath, format, { cwd: root, input: code, encoding: "utf8" });
}

/** What a symbol draws; definitions (a clip by its whole square) are left out. */
function pathsOf(sprite: string, name: IconName): readonly Record<string, string>[] {
  const symbol = sprite.match(new RegExp(`<symbol id="${name}"[^>]*viewBox="0 0 16 16">(.*?)</symbol>`, "s"));
  const drawn = symbol?.[1]?.replace(/<defs>.*?<\/defs>/gs, "");
  if (drawn === undefined) throw new Error(`@gw2treasures/icons has no symbol ${name} of 16 by 16.`);
  return Array.from(drawn.matchAll(/<path ([^>]*)\/>/g), ([, attributes = ""]) =>
    Object.fromEntries(
      Array.from(attributes.matchAll(/([\w-]+)="([^"]*)"/g), ([, key = "", value = ""]) => [
        key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
    ),
  );
}

if (import.meta.main) writeFileSync(SYMBOLS_FILE, gameSymbolsModule());
