import localFont from "next/font/local";

export const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  display: "swap",
});

/** The game's own interface typeface, for headings. */
export const menomonia = localFont({
  src: "../node_modules/typeface-menomonia/files/menomonia.woff",
  variable: "--font-menomonia",
  display: "swap",
});
