/** Colours of the first to the fourth build of a comparison, all readable on the dark ground; the letter tells as much. */
const COLOURS = ["var(--color-accent)", "var(--color-combo)", "var(--color-good)", "var(--color-mesmer)"];

export function buildColour(index: number): string {
  return COLOURS[index] ?? "var(--color-ink-soft)";
}
