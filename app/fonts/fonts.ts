import localFont from "next/font/local";

/* Made by scripts/subset-fonts.ts. */

export const inter = localFont({
  src: "./inter.woff2",
  variable: "--font-inter",
  display: "swap",
});

/** The game's own interface typeface, for headings. */
export const menomonia = localFont({
  src: "./menomonia.woff2",
  variable: "--font-menomonia",
  display: "swap",
});
