import type { CastFacts, RotationSkill } from "./input.ts";

/** Where a cast time is from. */
export type CastBasis = "measured" | "tooltip" | "assumed" | "instant";

export interface CastTime {
  readonly seconds: number;
  readonly basis: CastBasis;
}

/**
 * What a cast takes longer than its tooltip says: median of the 205 skills of which both are known
 * (gw2-combat-simulator, August 2026, beside the wiki's cast times). The official API has neither.
 */
export const AFTERCAST_SECONDS = 0.22;

/** A skill whose cast time no source states: median of the measured skills of players that are no auto attacks, same source. */
export const ASSUMED_CAST_SECONDS = 0.84;

/** An auto attack whose cast time no source states: median of the measured ones, same source. */
export const ASSUMED_AUTO_SECONDS = 0.78;

/** Cast time without quickness, aftercast included. Skills of 0 s are used while others are cast. */
export function castTime({ cast, use }: Pick<RotationSkill, "cast" | "use">): CastTime {
  return (
    known(cast) ?? {
      seconds: use.kind === "auto" ? ASSUMED_AUTO_SECONDS : ASSUMED_CAST_SECONDS,
      basis: "assumed",
    }
  );
}

function known({ measuredSeconds, tooltipSeconds }: CastFacts): CastTime | null {
  if (measuredSeconds !== null && measuredSeconds > 0) return { seconds: measuredSeconds, basis: "measured" };
  if (tooltipSeconds === null) return null;
  if (tooltipSeconds === 0) return { seconds: 0, basis: "instant" };
  return { seconds: tooltipSeconds + AFTERCAST_SECONDS, basis: "tooltip" };
}
