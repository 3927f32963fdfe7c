import { factsOfKind, numberOf, type SupportFact, secondsOf } from "./facts.ts";
import type { Counted, SupportAssumptions, SupportBar, SupportInput, SupportSource } from "./input.ts";
import type { NotKnownCode } from "./output.ts";

/** Recharge rate with alacrity. Guild Wars 2 Wiki "Alacrity", 2026: recharge / 1.25. */
const ALACRITY_RATE = 0.25;
/** Action speed with quickness. Guild Wars 2 Wiki "Quickness", 2026: cast time / 1.5. */
const QUICKNESS_RATE = 0.5;

/** A shorter recharge of a trait only keeps it from happening twice at once; it tells no rhythm. In seconds. */
const SHORTEST_TELLING_RECHARGE = 2;

/** How often a source is taken to act, and why. */
export interface UseTiming {
  readonly counted: Counted;
  readonly rechargeSeconds: number | null;
  readonly usesPerSecond: number | null;
  readonly assumption: string;
  /** Set when the frequency is unknown for want of facts. */
  readonly unknown: NotKnownCode | null;
}

/**
 * Timings of all sources by key. Follow-ups refer to other sources; a circle of them has no known frequency. Energy, where
 * it is a limit, is spent on held skills first; what is left is shared by all other uses that cost energy.
 */
export function timingsOf({
  sources,
  bars,
  assumptions,
  energyPerSecond,
}: Pick<SupportInput, "sources" | "bars" | "assumptions" | "energyPerSecond">): ReadonlyMap<
  string,
  UseTiming
> {
  const byKey = new Map(sources.map((source) => [source.key, source]));
  const barById = new Map(bars.map((bar) => [bar.id, bar]));
  const resolveAll = (affordableOf: (source: SupportSource) => number): ReadonlyMap<string, UseTiming> => {
    const done = new Map<string, UseTiming>();
    const open = new Set<string>();
    const resolve = (key: string): UseTiming | undefined => {
      const known = done.get(key);
      const source = byKey.get(key);
      if (known || !source || open.has(key)) return known;
      open.add(key);
      const timing = timingOf(source, barById.get(source.bar), assumptions, resolve);
      open.delete(key);
      const paid = lessOften(timing, affordableOf(source));
      done.set(key, paid);
      return paid;
    };
    for (const { key } of sources) resolve(key);
    return done;
  };
  const free = resolveAll(() => 1);
  return energyPerSecond === null ? free : resolveAll(affordable(sources, barById, free, energyPerSecond));
}

/** Share of the wanted uses of a source, 0 to 1, that the energy allows. */
function affordable(
  sources: readonly SupportSource[],
  bars: ReadonlyMap<string, SupportBar>,
  wanted: ReadonlyMap<string, UseTiming>,
  energyPerSecond: number,
): (source: SupportSource) => number {
  const upkeepOfBar = new Map<string, number>();
  let usesCost = 0;
  for (const { key, bar, cost, use } of sources) {
    if (!cost) continue;
    const timing = wanted.get(key);
    if (use.kind === "upkeep") upkeepOfBar.set(bar, (upkeepOfBar.get(bar) ?? 0) + cost.perSecond);
    else if (timing?.counted === "baseline") usesCost += cost.perUse * (timing.usesPerSecond ?? 0);
  }
  const held = [...upkeepOfBar].reduce(
    (sum, [bar, upkeep]) => sum + Math.min(upkeep, energyPerSecond) * (bars.get(bar)?.timeShare ?? 0),
    0,
  );
  const left = Math.max(0, energyPerSecond - held);
  const usesShare = usesCost > left ? left / usesCost : 1;
  return ({ cost, use, bar }) => {
    if (!cost) return 1;
    return use.kind === "upkeep"
      ? Math.min(1, energyPerSecond / Math.max(upkeepOfBar.get(bar) ?? 0, energyPerSecond))
      : usesShare;
  };
}

function lessOften(timing: UseTiming, share: number): UseTiming {
  if (share >= 1 || timing.usesPerSecond === null) return timing;
  const assumption = `${timing.assumption} Energy allows ${percent(share)} of that.`;
  return { ...timing, usesPerSecond: timing.usesPerSecond * share, assumption };
}

function timingOf(
  source: SupportSource,
  bar: SupportBar | undefined,
  assumptions: SupportAssumptions,
  timingOfKey: (key: string) => UseTiming | undefined,
): UseTiming {
  const { use, facts } = source;
  const rechargeSeconds = rechargeOf(source);
  const share = bar?.timeShare ?? null;
  if (use.kind === "listed") return listed(rechargeSeconds, use.why, null);
  if (share === null) {
    return listed(
      rechargeSeconds,
      `Listed only: ${bar?.name ?? source.bar} is not assumed to be used.`,
      null,
    );
  }
  switch (use.kind) {
    case "recharge":
      return onRecharge(source, rechargeSeconds, share, bar?.name ?? source.bar, assumptions);
    case "upkeep": {
      const interval = intervalOf(facts);
      if (!interval) return listed(null, "Held; how often it acts is not stated.", "frequency");
      return {
        counted: "baseline",
        rechargeSeconds: null,
        usesPerSecond: share / interval,
        assumption: `Held${shareWords(share, bar?.name ?? "")}, acts every ${seconds(interval)}.`,
        unknown: null,
      };
    }
    case "chain":
      return chain(use.chainSeconds, share, bar?.name ?? source.bar, assumptions);
    case "trigger":
      return trigger(facts, rechargeSeconds);
    case "after":
      return after(use, rechargeSeconds, share, timingOfKey);
  }
}

function onRecharge(
  source: SupportSource,
  recharge: number | null,
  share: number,
  bar: string,
  { alacrityShare, quicknessShare }: SupportAssumptions,
): UseTiming {
  const charges = chargeSecondsOf(source.facts);
  if (source.ammunition && charges === undefined) {
    return listed(recharge, "The recharge of its charges is not known in this mode.", "recharge");
  }
  const full = charges ?? recharge;
  if (!full) return listed(recharge, "No recharge is known in this mode.", "recharge");
  const cast = charges === undefined ? (source.castSeconds ?? 0) / (1 + QUICKNESS_RATE * quicknessShare) : 0;
  const interval = full / (1 + ALACRITY_RATE * alacrityShare) + cast;
  const parts = [
    `${charges === undefined ? "recharge" : "recharge of a charge"} ${seconds(full)}`,
    ...(alacrityShare > 0 ? [`alacrity ${percent(alacrityShare)}`] : []),
    ...(cast > 0 ? [`cast ${seconds(cast)}`] : []),
  ];
  return {
    counted: "baseline",
    rechargeSeconds: full,
    usesPerSecond: share / interval,
    assumption: `Used whenever ready, every ${seconds(interval)} (${parts.join(", ")})${shareWords(share, bar)}.`,
    unknown: null,
  };
}

function chain(
  chainSeconds: number | null,
  share: number,
  bar: string,
  { quicknessShare }: SupportAssumptions,
): UseTiming {
  if (!chainSeconds) return listed(null, "Auto attack; a cast time of the chain is not known.", "frequency");
  const interval = chainSeconds / (1 + QUICKNESS_RATE * quicknessShare);
  return {
    counted: "potential",
    rechargeSeconds: null,
    usesPerSecond: share / interval,
    assumption: `If the auto attack chain (${seconds(interval)}) is repeated without pause${shareWords(share, bar)}.`,
    unknown: null,
  };
}

function trigger(facts: readonly SupportFact[], recharge: number | null): UseTiming {
  const interval = recharge ?? secondsOf(facts, "Interval", "Boon Application Interval");
  if (!interval) {
    return listed(recharge, "How often its trigger happens is not stated.", "frequency");
  }
  if (interval < SHORTEST_TELLING_RECHARGE) {
    const why = `How often its trigger happens is not stated; at most every ${seconds(interval)}.`;
    return listed(recharge, why, "frequency");
  }
  return {
    counted: "potential",
    rechargeSeconds: recharge,
    usesPerSecond: 1 / interval,
    assumption: `If triggered ${recharge === null ? "at every interval" : "whenever ready"}, every ${seconds(interval)}.`,
    unknown: null,
  };
}

function after(
  { keys, counted, when }: Extract<SupportSource["use"], { kind: "after" }>,
  recharge: number | null,
  share: number,
  timingOfKey: (key: string) => UseTiming | undefined,
): UseTiming {
  const parents = keys.flatMap((key) => {
    const timing = timingOfKey(key);
    return timing && timing.usesPerSecond !== null ? [timing] : [];
  });
  const uses = parents.reduce((sum, timing) => sum + (timing.usesPerSecond ?? 0), 0);
  if (uses === 0) return listed(recharge, `${when}; how often is not known.`, "frequency");
  const usesPerSecond = Math.min(uses, recharge ? share / recharge : Number.POSITIVE_INFINITY);
  return {
    counted: parents.every((timing) => timing.counted === "baseline") ? counted : "potential",
    rechargeSeconds: recharge,
    usesPerSecond,
    assumption: `${when}, on average every ${seconds(1 / usesPerSecond)}.`,
    unknown: null,
  };
}

/** The stated recharge, or null where none is. */
function rechargeOf({ facts }: SupportSource): number | null {
  return factsOfKind(facts, "recharge").find((fact) => !fact.alternative)?.seconds ?? null;
}

/** Seconds in which one charge comes back; the longest where several are stated. */
function chargeSecondsOf(facts: readonly SupportFact[]): number | undefined {
  const lines = factsOfKind(facts, "time").filter(
    (fact) => !fact.alternative && isChargeRecharge(fact.label) && fact.seconds > 0,
  );
  return lines.length > 0 ? Math.max(...lines.map((fact) => fact.seconds)) : undefined;
}

/** Whether a time line is the recharge of one charge of a skill with ammunition. */
export function isChargeRecharge(label: string | undefined): boolean {
  return label === "Count Recharge" || label === "Charge Recovery";
}

function intervalOf(facts: readonly SupportFact[]): number | undefined {
  return secondsOf(facts, "Interval", "Boon Application Interval", "Boon Gain Interval", "Pulse");
}

/**
 * Pulses of one use where the facts state them or where they follow from interval and duration; 1 otherwise. The facts
 * do not say which lines each pulse applies.
 */
export function pulsesOf(facts: readonly SupportFact[]): number {
  const stated = numberOf(facts, "Pulses", "Field Pulses");
  if (stated !== undefined) return Math.max(1, Math.floor(stated));
  const interval = secondsOf(facts, "Boon Application Interval", "Boon Gain Interval", "Interval");
  const duration = secondsOf(facts, "Duration", "Symbol Duration", "Field Duration");
  return interval && duration ? Math.max(1, Math.floor(duration / interval)) : 1;
}

function listed(rechargeSeconds: number | null, assumption: string, unknown: NotKnownCode | null): UseTiming {
  return { counted: "listed", rechargeSeconds, usesPerSecond: null, assumption, unknown };
}

function shareWords(share: number, bar: string): string {
  return share === 1 ? "" : `, ${percent(share)} of the time (${bar})`;
}

function seconds(value: number): string {
  return `${Math.round(value * 100) / 100} s`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
