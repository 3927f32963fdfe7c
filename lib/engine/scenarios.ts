import type { AppliedSource } from "./applied-effects.ts";
import { type Calculated, fail } from "./failures.ts";

/** One combination of states: the fraction of the time it holds and everything that acts in it, in order. */
export interface Scenario {
  readonly fraction: number;
  readonly sources: readonly AppliedSource[];
}

/** Room for floating-point noise in uptimes that should be equal or add up to 1. */
const UPTIME_NOISE = 1e-9;

interface State {
  readonly probability: number;
  readonly sources: ReadonlySet<AppliedSource>;
}

interface Factor {
  /** Shared group, or null for a source of its own. */
  readonly group: string | null;
  readonly variants: Map<string, { uptime: number; sources: Set<AppliedSource> }>;
}

/**
 * Splits the applied sources into scenarios: all combinations of one state per factor, the first factor varying
 * slowest, its off state first. Each scenario holds the ordinary sources and those of its states in their order.
 * Fails with CONFLICTING_SCENARIOS if uptimes of one variant differ or those of a group exceed 100 %.
 */
export function splitIntoScenarios(sources: readonly AppliedSource[]): Calculated<readonly Scenario[]> {
  const factors = collectFactors(sources);
  if (!factors.ok) return factors;
  let combinations: { fraction: number; active: ReadonlySet<AppliedSource> }[] = [
    { fraction: 1, active: new Set() },
  ];
  for (const factor of factors.value) {
    const states = statesOf(factor);
    if (!states.ok) return states;
    combinations = combinations.flatMap(({ fraction, active }) =>
      states.value.map((state) => ({
        fraction: fraction * state.probability,
        active: new Set([...active, ...state.sources]),
      })),
    );
  }
  return {
    ok: true,
    value: combinations.map(({ fraction, active }) => ({
      fraction,
      sources: sources.filter((source) => source.split === undefined || active.has(source)),
    })),
  };
}

function collectFactors(sources: readonly AppliedSource[]): Calculated<readonly Factor[]> {
  const factors: Factor[] = [];
  const byGroup = new Map<string, Factor>();
  for (const source of sources) {
    const { split } = source;
    if (split === undefined) continue;
    let factor = split.group === null ? undefined : byGroup.get(split.group);
    if (factor === undefined) {
      factor = { group: split.group, variants: new Map() };
      factors.push(factor);
      if (split.group !== null) byGroup.set(split.group, factor);
    }
    const variant = factor.variants.get(split.variant);
    if (variant === undefined) {
      factor.variants.set(split.variant, { uptime: split.uptime, sources: new Set([source]) });
      continue;
    }
    if (Math.abs(variant.uptime - split.uptime) > UPTIME_NOISE) {
      return fail(
        "CONFLICTING_SCENARIOS",
        source.source,
        `${source.source} needs the same uptime as the other effects of the state ${split.group} / ${split.variant}.`,
      );
    }
    variant.sources.add(source);
  }
  return { ok: true, value: factors };
}

function statesOf(factor: Factor): Calculated<readonly State[]> {
  let used = 0;
  for (const { uptime } of factor.variants.values()) used += uptime;
  if (used > 1 + UPTIME_NOISE) {
    return fail(
      "CONFLICTING_SCENARIOS",
      factor.group ?? "uptime",
      `The uptimes of the states ${[...factor.variants.keys()].join(", ")} of ${factor.group} exclude each other and exceed 100 % together.`,
    );
  }
  const rest = 1 - used;
  const on = [...factor.variants.values()].map(({ uptime, sources }) => ({ probability: uptime, sources }));
  return {
    ok: true,
    value: rest > UPTIME_NOISE ? [{ probability: rest, sources: new Set<AppliedSource>() }, ...on] : on,
  };
}
