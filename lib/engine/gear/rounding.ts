/**
 * Rounds to the nearest integer, halves to the even one (5.5 to 6, 6.5 to 6), as the game's tools do for
 * conversions between attributes. Source: gear-problem v1, step 2 (Discretize gear optimizer, 2026-08-12).
 */
export function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
