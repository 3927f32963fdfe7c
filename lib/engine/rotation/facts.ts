/** The lines of a skill's tooltip that an estimate of damage reads. The catalogue's resolved facts fit these shapes. */
export interface RotationFactMarks {
  readonly label?: string | undefined;
  readonly actor?: "summon" | "phantasm" | undefined;
  readonly alternative?: true | undefined;
  readonly unconfirmed?: true | undefined;
  readonly variant?: string | undefined;
  readonly applications?: number | undefined;
  /** Taken over from PvE, because the source of this mode does not speak of this kind of line. */
  readonly assumed?: true | undefined;
}

interface Figures {
  /** `hits` x `coefficient` is the whole line. */
  readonly damage: {
    readonly hits: number;
    readonly coefficient: number;
    readonly weapon?: string | undefined;
  };
  readonly buff: { readonly status: string; readonly stacks: number; readonly seconds?: number | undefined };
  readonly siphon: { readonly amount: number; readonly coefficient?: number | undefined };
  readonly recharge: { readonly seconds: number };
  readonly time: { readonly seconds: number };
  readonly number: { readonly value: number };
}

export const ROTATION_FACT_KINDS = ["damage", "buff", "siphon", "recharge", "time", "number"] as const;

export type RotationFactKind = (typeof ROTATION_FACT_KINDS)[number];

export type RotationFactOf<Kind extends RotationFactKind> = { readonly kind: Kind } & Figures[Kind] &
  RotationFactMarks;

export type RotationFact = { [Kind in RotationFactKind]: RotationFactOf<Kind> }[RotationFactKind];

export function linesOf<Kind extends RotationFactKind>(
  facts: readonly RotationFact[],
  kind: Kind,
): Extract<RotationFact, { readonly kind: Kind }>[] {
  return facts.filter((fact): fact is Extract<RotationFact, { readonly kind: Kind }> => fact.kind === kind);
}
