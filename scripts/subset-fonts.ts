/**
 * Makes the fonts that pages load of the ones that npm brings: Latin letters, the signs that our texts use, and the
 * features that our styles ask for, as WOFF2. Half the bytes, and text settles sooner.
 *
 *   node scripts/subset-fonts.ts
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

const root = join(import.meta.dirname, "..");
const modules = join(root, "node_modules");
export const FONTS_FOLDER = join(root, "app", "fonts");

/** Basic Latin, Latin-1, the further letters of Western European names, and signs. */
const CHARACTERS = [
  ...between(0x20, 0x7e),
  ...between(0xa0, 0xff),
  ..."ŒœŠšŸŽžıƒ",
  ..."–—‘’‚“”„†‡•…‰‹›€™←↑→↓−≤≥≈∞★⁰¹²³⁴⁵⁶⁷⁸⁹",
].join("");

interface FontSource {
  readonly file: string;
  readonly from: string;
  readonly licence: string;
  /** The library's types do not know `keepFeatures` yet. */
  readonly options: Parameters<typeof subsetFont>[2] & { readonly keepFeatures: readonly string[] };
}

const FONTS: readonly FontSource[] = [
  {
    file: "inter",
    from: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    licence: "@fontsource-variable/inter/LICENSE",
    options: {
      variationAxes: { wght: { min: 400, max: 700, default: 400 } },
      keepFeatures: ["kern", "liga", "ccmp", "mark", "mkmk", "tnum", "cv05", "ss03"],
    },
  },
  {
    file: "menomonia",
    from: "typeface-menomonia/files/menomonia.woff",
    licence: "typeface-menomonia/LICENSE",
    options: { keepFeatures: ["kern", "liga"] },
  },
];

/** The fonts by file name, made anew; the same bytes for the same packages. */
export async function subsetFonts(): Promise<ReadonlyMap<string, Buffer>> {
  const made = FONTS.map(async ({ file, from, options }) => {
    const font = await subsetFont(readFileSync(join(modules, from)), CHARACTERS, {
      targetFormat: "woff2",
      ...options,
    });
    return [`${file}.woff2`, font] as const;
  });
  return new Map(await Promise.all(made));
}

function between(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

if (import.meta.main) {
  mkdirSync(FONTS_FOLDER, { recursive: true });
  for (const [file, font] of await subsetFonts()) {
    writeFileSync(join(FONTS_FOLDER, file), font);
    console.log(`${file}: ${(font.length / 1024).toFixed(1)} KB`);
  }
  for (const { file, licence } of FONTS)
    copyFileSync(join(modules, licence), join(FONTS_FOLDER, `${file}-licence.txt`));
}
