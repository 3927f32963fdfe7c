import type { LoadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import type { EstimatedSkill, RotationEstimate } from "#lib/engine/rotation/estimate.ts";
import { DAMAGE_PARTS, type DamagePart } from "#lib/engine/scenario-damage.ts";

/** Damage per second of a build for its page, and how sure it is. */
export type DamageView =
  | (DamageFigures & { readonly kind: "template" })
  | (DamageFigures & { readonly kind: "estimate"; readonly estimate: EstimateView })
  /** No damage is known. */
  | { readonly kind: "none"; readonly why: string };

interface DamageFigures {
  /** Where the figures are from, in half a sentence. */
  readonly source: string;
  readonly total: string;
  readonly parts: readonly { readonly name: string; readonly text: string; readonly share: number }[];
}

/** How an estimate came about. */
export interface EstimateView {
  readonly method: string;
  readonly assumptions: readonly string[];
  readonly skills: readonly EstimatedSkillRow[];
  /** Share of the time with each weapon set, attunement or legend. */
  readonly timeWith: readonly { readonly name: string; readonly percent: string }[];
  readonly notCounted: readonly { readonly name: string; readonly text: string }[];
}

export interface EstimatedSkillRow {
  /** Unique among the rows. */
  readonly key: string;
  readonly name: string;
  readonly bar: string;
  readonly castsPerMinute: string;
  /** Of the damage of all skills. */
  readonly share: string;
  readonly castTime: string;
}

const PART_NAMES = {
  strike: "Strikes",
  strike2: "Second strikes (phantasms, shroud)",
  siphon: "Life siphon",
  flat: "Flat damage",
  bleeding: "Bleeding",
  burning: "Burning",
  confusion: "Confusion",
  poison: "Poison",
  torment: "Torment",
} as const satisfies Record<DamagePart, string>;

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const EXACT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** Null where the measured rotation of the template deals no damage (healers). */
export function damageView({ combat, damageSource }: LoadoutNumbers): DamageView | null {
  switch (damageSource.source) {
    case "template": {
      if (combat.damage <= 0) return null;
      const source = `rotation of ${damageSource.template.name}, measured from combat logs`;
      return { kind: "template", ...figuresOf(combat, source) };
    }
    case "estimate": {
      const { estimate } = damageSource;
      const source = "loadout's own skills, played by a simple rule";
      return { kind: "estimate", ...figuresOf(combat, source), estimate: estimateView(estimate) };
    }
    case "none":
      return { kind: "none", why: damageSource.why };
  }
}

function figuresOf({ damage, damageByPart }: LoadoutNumbers["combat"], source: string): DamageFigures {
  const parts = DAMAGE_PARTS.flatMap((part) => {
    const value = damageByPart[part];
    return value > 0 ? [{ name: PART_NAMES[part], text: WHOLE.format(value), share: value / damage }] : [];
  });
  return { source, total: WHOLE.format(damage), parts: parts.toSorted((a, b) => b.share - a.share) };
}

function estimateView({ method, assumptions, skills, timeWith, notCounted }: RotationEstimate): EstimateView {
  return {
    method,
    assumptions,
    skills: skills.map(skillRow),
    timeWith: timeWith.map(({ name, share }) => ({ name, percent: percent(share) })),
    notCounted,
  };
}

const BASIS_WORDS = {
  measured: "measured",
  tooltip: "tooltip + aftercast",
  assumed: "assumed",
} as const;

function skillRow({ id, name, bar, castsPerMinute, share, castSeconds, castBasis }: EstimatedSkill) {
  const castTime =
    castBasis === "instant" ? "instant" : `${EXACT.format(castSeconds)} s, ${BASIS_WORDS[castBasis]}`;
  return {
    key: `${id} ${bar}`,
    name,
    bar,
    castsPerMinute: FINE.format(castsPerMinute),
    share: percent(share),
    castTime,
  };
}

function percent(share: number): string {
  return `${FINE.format(share * 100)} %`;
}
