import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FONTS_FOLDER, subsetFonts } from "./subset-fonts.ts";

it("the fonts of the pages are what the script makes of the packages", async () => {
  const fonts = await subsetFonts();
  expect(fonts.size).toBe(2);
  for (const [file, font] of fonts) expect(readFileSync(join(FONTS_FOLDER, file)).equals(font)).toBe(true);
});
