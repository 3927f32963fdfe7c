import type { Fact } from "../schema.ts";

type Amount = Extract<Fact, { kind: "heal" | "barrier" | "siphon" }>;
type Strike = Extract<Fact, { kind: "damage" }>;

/** What makes two facts of one list "the same line of the tooltip", whatever their figures. */
export function identity(fact: Fact): string {
  const variant = `${fact.actor ?? ""} ${fact.variant ?? ""}`;
  switch (fact.kind) {
    case "buff":
      return `buff ${fact.status} ${fact.label ?? ""} ${variant}`;
    case "prefixedBuff":
      return `prefixedBuff ${fact.prefix} ${fact.status} ${variant}`;
    case "attribute":
      return `attribute ${fact.attribute} ${fact.label ?? ""} ${variant}`;
    case "conversion":
      return `conversion ${fact.from} ${fact.to} ${variant}`;
    case "control":
      return `control ${fact.control} ${fact.label ?? ""} ${variant}`;
    case "comboField":
      return `comboField ${fact.field}`;
    case "comboFinisher":
      return `comboFinisher ${fact.finisher}`;
    default:
      return `${fact.kind} ${fact.label ?? ""} ${variant}`;
  }
}

/** Whether both say the same: marks and differently worded labels do not count, nor rounding of strikes. */
export function sameFigures(a: Fact, b: Fact): boolean {
  if (a.kind === "damage" && b.kind === "damage") return sameTotal(strikeTotal(a), strikeTotal(b));
  if (isAmount(a) && isAmount(b)) return a.kind === b.kind && a.amount === b.amount;
  return figuresOf(a) === figuresOf(b);
}

function figuresOf(fact: Fact): string {
  const {
    label: _label,
    source: _source,
    replaces: _replaces,
    unconfirmed: _unconfirmed,
    modes: _modes,
    variant: _variant,
    inferred: _inferred,
    repeated: _repeated,
    alternative: _alternative,
    ...figures
  } = fact;
  if (figures.kind === "comboFinisher") return `finisher ${figures.finisher}`;
  return JSON.stringify(Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sources round totals to two or three places. */
export function sameTotal(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.0051;
}

export function strikeTotal(fact: Strike): number {
  return fact.hits * fact.coefficient;
}

export function isAmount(fact: Fact): fact is Amount {
  return fact.kind === "heal" || fact.kind === "barrier" || fact.kind === "siphon";
}

/** Facts that add up, so that an old one beside a new one of the other wording would count twice. */
export function isSummed(fact: Fact): fact is Amount | Strike {
  return fact.kind === "damage" || isAmount(fact);
}
