/** Reads bonuses that hold against one kind of enemy or above a share of the health, as the curated source models them. */
import type { ItemBonus } from "#lib/catalog/schema.ts";
import type { GearAttribute } from "#lib/engine/attribute-ids.ts";
import type { Effect, MechanicEntry } from "#lib/engine/mechanics.ts";
import { REWARD } from "./item-bonuses.ts";

/** What an entry for such an item has besides its name. */
export type ConditionalEntry = Pick<
  MechanicEntry,
  "effects" | "situation" | "amount" | "defaultOn" | "heroPanel"
>;

const DAMAGE_TO = /^Damage vs\.? (.+)$/;
const DAMAGE_FROM = /^Damage from (.+)$/;
const ABOVE_HEALTH = /^(Power|Precision|Condition Damage) when Health (?:is )?above (\d+)%$/;

const ATTRIBUTES: Readonly<Record<string, GearAttribute>> = {
  Power: "power",
  Precision: "precision",
  "Condition Damage": "conditionDamage",
};

/** Undefined unless all bonuses of an item that are no rewards are of one of the two kinds. */
export function readConditionalBonuses(bonuses: readonly ItemBonus[]): ConditionalEntry | undefined {
  const telling = bonuses.filter(({ effect }) => !REWARD.test(effect));
  return againstEnemy(telling) ?? aboveHealth(telling);
}

/**
 * As the curated Slaying Potion: strike damage dealt is multiplied, strike damage taken is reduced. Off unless the player
 * says that the enemy is of that kind.
 */
function againstEnemy(bonuses: readonly ItemBonus[]): ConditionalEntry | undefined {
  const effects: Effect[] = [];
  let enemy: string | undefined;
  for (const { effect, value = 0 } of bonuses) {
    const dealt = DAMAGE_TO.exec(effect)?.[1];
    const taken = DAMAGE_FROM.exec(effect)?.[1];
    enemy ??= dealt ?? taken;
    if (dealt !== undefined) {
      effects.push({ op: "multiply", target: "damage.strike", value, unit: "percent" });
    } else if (taken !== undefined) {
      effects.push({
        op: "reduce",
        target: "incoming.strike",
        value: -value,
        unit: "percent",
        assumed: true,
      });
    } else return undefined;
  }
  if (enemy === undefined) return undefined;
  return { effects: { pve: effects }, situation: `against ${enemy}`, defaultOn: false };
}

/** As the curated writs: an uptime that is calculated as a state of its own, shown in full on the hero panel. */
function aboveHealth(bonuses: readonly ItemBonus[]): ConditionalEntry | undefined {
  const [bonus] = bonuses;
  const match = bonuses.length === 1 && bonus ? ABOVE_HEALTH.exec(bonus.effect) : null;
  const target = ATTRIBUTES[match?.[1] ?? ""];
  if (!match || target === undefined || bonus?.value === undefined) return undefined;
  return {
    effects: { pve: [{ op: "add", target, value: bonus.value, unit: "points" }] },
    situation: `health above ${match[2]} %`,
    amount: {
      label: "uptime",
      unit: "percent",
      default: 100,
      per: 100,
      splitScenario: { group: "scholar", variant: "on" },
    },
    heroPanel: "idle",
  };
}
