export const CONTRIBUTION_KINDS = [
  "base",
  "gear",
  "infusion",
  "effect",
  "conversion",
  "lateEffect",
  "lateConversion",
  "derived",
  "multiplier",
  "rounding",
] as const;

export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** A part of a value. `source` is an entry's id, `gear:<slot>:<stat set>`, `attribute:<id>` or `base:<what>`. */
export interface Contribution {
  readonly source: string;
  readonly amount: number;
  readonly kind: ContributionKind;
}

/** A value and where it comes from: the amounts, added from the first to the last, are exactly the value. */
export interface ExplainedValue {
  readonly value: number;
  readonly contributions: readonly Contribution[];
}

/** Collects the contributions of one value. */
export class Ledger {
  value = 0;
  readonly contributions: Contribution[] = [];

  add(kind: ContributionKind, source: string, amount: number): void {
    this.value += amount;
    if (amount !== 0) this.contributions.push({ source, amount, kind });
  }

  /**
   * Books a joint change to `value` on several sources: each share is an estimate of its part, the last one takes
   * what is left. What the rounding of a subtraction still leaves open is booked as `rounding`, so the sum is exact.
   */
  addShared(
    kind: ContributionKind,
    shares: readonly { readonly source: string; readonly amount: number }[],
    value: number,
  ): void {
    for (const share of shares.slice(0, -1)) this.add(kind, share.source, share.amount);
    const last = shares.at(-1);
    if (last !== undefined) this.add(kind, last.source, value - this.value);
    if (this.value !== value) this.add("rounding", "rounding", value - this.value);
  }

  /** Moves the value to `value` and books the difference on one source. */
  moveTo(kind: ContributionKind, source: string, value: number): void {
    this.addShared(kind, [{ source, amount: 0 }], value);
  }

  explained(): ExplainedValue {
    return { value: this.value, contributions: this.contributions };
  }
}

/** The sum of contributions in order: equal to the value of the explained value they belong to. */
export function sumOfContributions(contributions: readonly Contribution[]): number {
  let sum = 0;
  for (const { amount } of contributions) sum += amount;
  return sum;
}
