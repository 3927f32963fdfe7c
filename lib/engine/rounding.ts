/**
 * Nearest integer, exact halves to the even one, as the game rounds converted points and health
 * (Discretize gear optimizer, 2026-08-12). Values beyond 2^52 are integers already.
 */
export function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Chances and durations act between 0 and 1; the attributes themselves are never capped. */
export function limitToUnit(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
