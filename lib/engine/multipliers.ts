import type { AppliedSource } from "./applied-effects.ts";
import {
  DAMAGE_MULTIPLIERS,
  type DamageMultiplier,
  INCOMING_DAMAGE,
  type IncomingDamage,
  type Rule,
} from "./attribute-ids.ts";

/** One bonus in a factor: `amount` is a fraction. Bonuses of `pool` and of `targetPool` add up, others multiply. */
export interface MultiplierPart {
  readonly source: string;
  readonly category: "pool" | "multiply" | "targetPool" | "reduce" | "reducePool" | "glance";
  readonly amount: number;
}

export interface ExplainedFactor {
  readonly value: number;
  readonly parts: readonly MultiplierPart[];
}

export interface Multipliers {
  /** (1 + sum of pool) x product of (1 + multiply) x (1 + sum of targetPool). */
  readonly damage: Readonly<Record<DamageMultiplier, ExplainedFactor>>;
  /** Factor on damage taken: product of (1 - reduce) x (1 - sum of reducePool). */
  readonly incoming: Readonly<Record<IncomingDamage, ExplainedFactor>>;
  readonly rules: ReadonlySet<Rule>;
  /** Damage factor of hits that are not critical, below 1 while they may glance. */
  readonly glancing: ExplainedFactor;
}

class FactorBuilder {
  readonly parts: MultiplierPart[] = [];
  private sum = 0;
  private targetSum = 0;
  private product = 1;

  apply(part: MultiplierPart): void {
    this.parts.push(part);
    if (part.category === "pool" || part.category === "reducePool") this.sum += part.amount;
    else if (part.category === "targetPool") this.targetSum += part.amount;
    else this.product *= 1 + part.amount;
  }

  explained(): ExplainedFactor {
    return { value: (1 + this.sum) * this.product * (1 + this.targetSum), parts: this.parts };
  }
}

/** Damage factors of one scenario. Source: Discretize gear optimizer, 2026-08-12; the same groups as gw2combat. */
export function multipliersOf(sources: readonly AppliedSource[]): Multipliers {
  const damage = new Map(DAMAGE_MULTIPLIERS.map((id) => [id, new FactorBuilder()]));
  const incoming = new Map(INCOMING_DAMAGE.map((id) => [id, new FactorBuilder()]));
  const glancing = new FactorBuilder();
  const rules = new Set<Rule>();
  for (const { source, effects } of sources) {
    for (const effect of effects) {
      switch (effect.op) {
        case "pool":
        case "multiply":
        case "targetPool":
          damage.get(effect.target)?.apply({ source, category: effect.op, amount: effect.v });
          break;
        case "reduce":
        case "reducePool":
          incoming.get(effect.target)?.apply({ source, category: effect.op, amount: -effect.v });
          break;
        case "glance":
          glancing.apply({ source, category: "glance", amount: -effect.chance * effect.v });
          break;
        case "setRule":
          rules.add(effect.target);
          break;
        default:
          break;
      }
    }
  }
  return {
    damage: explainAll(damage),
    incoming: explainAll(incoming),
    rules,
    glancing: glancing.explained(),
  };
}

function explainAll<Id extends string>(
  builders: ReadonlyMap<Id, FactorBuilder>,
): Readonly<Record<Id, ExplainedFactor>> {
  return Object.fromEntries(
    [...builders].map(([id, builder]) => [id, builder.explained()]),
  ) as unknown as Record<Id, ExplainedFactor>;
}
