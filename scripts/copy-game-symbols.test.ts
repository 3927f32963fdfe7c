import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { gameSymbolsModule, SYMBOLS_FILE } from "./copy-game-symbols.ts";

it("the symbols of the pages are what the script makes of the package", () => {
  expect(readFileSync(SYMBOLS_FILE, "utf8")).toBe(gameSymbolsModule());
});
