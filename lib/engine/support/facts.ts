/**
 * The part of a tooltip's facts that support is read from. The catalogue's resolved facts (already those of one game
 * mode and of the chosen traits) fit these shapes; other kinds are left out. Durations are seconds.
 */
export interface FactMarks {
  readonly label?: string | undefined;
  /** Who does it, when not the player. */
  readonly actor?: "summon" | "phantasm" | undefined;
  /** One of several lines that differ in figures only; never counted. */
  readonly alternative?: true | undefined;
  /** In the list of May 2023 but in none of the newer sources. */
  readonly unconfirmed?: true | undefined;
  /** Named variant of the skill in which it holds. */
  readonly variant?: string | undefined;
  /** How often one use applies it; 1 when absent. */
  readonly applications?: number | undefined;
  /** Taken over from PvE by the catalogue, because the source of this mode does not speak of this kind of line. */
  readonly assumed?: true | undefined;
  /** The chosen trait that added or changed the line. */
  readonly fromTrait?: number | undefined;
}

interface FactFigures {
  readonly buff: { readonly status: string; readonly stacks: number; readonly seconds?: number | undefined };
  readonly prefixedBuff: {
    readonly prefix?: string | undefined;
    readonly status: string;
    readonly stacks: number;
    readonly seconds?: number | undefined;
  };
  readonly recharge: { readonly seconds: number };
  readonly distance: { readonly distance: number };
  readonly number: { readonly value: number };
  readonly percent: { readonly percent: number };
  readonly time: { readonly seconds: number };
  readonly damage: { readonly hits: number };
  readonly heal: { readonly amount: number; readonly coefficient?: number | undefined };
  readonly barrier: { readonly amount: number; readonly coefficient?: number | undefined };
  readonly comboField: { readonly field: string };
  readonly comboFinisher: { readonly finisher: string; readonly percent?: number | undefined };
  readonly control: {
    readonly control: HardControl;
    readonly seconds?: number | undefined;
    readonly distance?: number | undefined;
  };
  readonly stunBreak: object;
  readonly flag: object;
}

export type HardControl = "daze" | "stun" | "knockdown" | "knockback" | "launch" | "pull" | "float" | "sink";

export type SupportFactKind = keyof FactFigures;

export type SupportFactOf<Kind extends SupportFactKind> = { readonly kind: Kind } & FactFigures[Kind] &
  FactMarks;

export type SupportFact = { [Kind in SupportFactKind]: SupportFactOf<Kind> }[SupportFactKind];

export const SUPPORT_FACT_KINDS = [
  "buff",
  "prefixedBuff",
  "recharge",
  "distance",
  "number",
  "percent",
  "time",
  "damage",
  "heal",
  "barrier",
  "comboField",
  "comboFinisher",
  "control",
  "stunBreak",
  "flag",
] as const satisfies readonly SupportFactKind[];

export function factsOfKind<Kind extends SupportFactKind>(
  facts: readonly SupportFact[],
  kind: Kind,
): Extract<SupportFact, { readonly kind: Kind }>[] {
  return facts.filter((fact): fact is Extract<SupportFact, { readonly kind: Kind }> => fact.kind === kind);
}

/** Value of the first counted number line with that label (whatever its case), or undefined. */
export function numberOf(facts: readonly SupportFact[], ...labels: readonly string[]): number | undefined {
  return factsOfKind(facts, "number").find((fact) => isCountedLine(fact, labels))?.value;
}

/** Seconds of the first counted time line with that label (whatever its case), or undefined. */
export function secondsOf(facts: readonly SupportFact[], ...labels: readonly string[]): number | undefined {
  return factsOfKind(facts, "time").find((fact) => isCountedLine(fact, labels))?.seconds;
}

function isCountedLine(fact: FactMarks, labels: readonly string[]): boolean {
  const label = fact.label?.toLowerCase();
  return fact.alternative === undefined && labels.some((wanted) => wanted.toLowerCase() === label);
}
