"use client";

import { useId, useState } from "react";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import type { EngineParcel } from "#lib/builds/engine-parcel.ts";
import type { Assumptions } from "#lib/builds/loadout-assumptions.ts";
import type { Boon } from "#lib/engine/attribute-ids.ts";
import type { LoadoutEffect } from "#lib/engine/loadout-effects.ts";
import type { AMOUNT_UNITS, MechanicEntry } from "#lib/engine/mechanics.ts";

/** Boons that the compared figures depend on. */
const FIGURE_BOONS = ["might", "fury", "protection"] as const satisfies readonly Boon[];
/** Those that change how often skills are used, which a measured rotation has in it already. */
const SKILL_BOONS = ["quickness", "alacrity"] as const satisfies readonly Boon[];

/** Inputs for boons and the enemy. A number out of range is not taken over. */
export function AssumptionFields({
  parcel,
  assumptions,
  moreBoons = [],
  onChange,
}: {
  parcel: Pick<EngineParcel, "templates">;
  assumptions: Assumptions;
  /** Boons to ask for besides those that the compared figures depend on. */
  moreBoons?: readonly Boon[];
  onChange: (assumptions: Assumptions) => void;
}) {
  const template = parcel.templates[0];
  const isAssumed = (id: string) => template?.assumedBuffs.includes(id) ?? false;
  const boons = [...FIGURE_BOONS, ...(template ? [] : SKILL_BOONS), ...moreBoons];
  const boonValue = (boon: Boon) =>
    assumptions.boons[boon] ?? (isAssumed(`boon:${boon}`) ? maximumOf(boon) : 0);
  const vulnerability =
    assumptions.targetConditions.vulnerability ?? (isAssumed("condition:vulnerability") ? 25 : 0);
  return (
    <>
      <fieldset>
        <legend className="mb-2 text-sm text-ink-soft">Boons on the character</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {boons.map((boon) => (
            <Amount
              key={boon}
              label={`${capitalised(boon)}, ${boon === "might" ? "stacks" : "%"}`}
              value={boonValue(boon)}
              max={maximumOf(boon)}
              onChange={(value) =>
                onChange({ ...assumptions, boons: { ...assumptions.boons, [boon]: value } })
              }
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 text-sm text-ink-soft">The enemy</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <Amount
            label="Vulnerability, stacks"
            value={vulnerability}
            max={25}
            onChange={(value) =>
              onChange({
                ...assumptions,
                targetConditions: { ...assumptions.targetConditions, vulnerability: value },
              })
            }
          />
          <Amount
            label="Armor"
            value={assumptions.enemyArmor}
            min={1}
            max={100_000}
            onChange={(value) => onChange({ ...assumptions, enemyArmor: Math.round(value) })}
          />
          <Amount
            label="Moving, %"
            value={assumptions.movingFraction * 100}
            max={100}
            onChange={(value) => onChange({ ...assumptions, movingFraction: Math.round(value * 10) / 1000 })}
          />
          <Amount
            label="Skills per second"
            value={assumptions.attacksPerSecond}
            max={10}
            onChange={(value) => onChange({ ...assumptions, attacksPerSecond: value })}
          />
        </div>
      </fieldset>
    </>
  );
}

/** Inputs for how often effects of traits, skills and items act. */
export function EffectFields({
  effects,
  assumptions,
  onChange,
}: {
  effects: readonly LoadoutEffect[];
  assumptions: Assumptions;
  onChange: (assumptions: Assumptions) => void;
}) {
  const adjustable = adjustableEffects(effects);
  if (adjustable.length === 0) return null;
  const setEffect = (id: string, amount: number) =>
    onChange({ ...assumptions, effects: { ...assumptions.effects, [id]: amount } });
  return (
    <details>
      <summary className="text-sm text-ink-soft">
        Uptimes and triggers of traits, skills and items ({adjustable.length})
      </summary>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        {adjustable.map(({ entry, value }) => (
          <Amount
            key={entry.id}
            label={effectLabel(entry)}
            value={assumptions.effects[entry.id] ?? value}
            max={entry.amount?.unit === "percent" ? 100 : entry.amount ? 1000 : 1}
            onChange={(amount) => setEffect(entry.id, amount)}
          />
        ))}
      </div>
    </details>
  );
}

/** An input for a number. A number out of range is not taken over; an emptied field stays empty until it is left. */
export function Amount({
  label,
  value,
  min = 0,
  max,
  onChange,
}: {
  label: string;
  value: number;
  min?: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const taken = Math.round(value * 1000) / 1000;
  const isCurrent = typed === "" || Number(typed) === taken;
  return (
    <div className="flex flex-col justify-end gap-1">
      <label htmlFor={id} className="text-xs text-ink-soft">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={min}
        max={max}
        step="any"
        className={INPUT_CLASS}
        value={typed !== null && isCurrent ? typed : taken}
        onChange={({ target }) => {
          const given = target.valueAsNumber;
          if (given < min || given > max) return;
          setTyped(target.value);
          if (!Number.isNaN(given)) onChange(Math.round(given * 1000) / 1000);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}

/** Effects of the loadout that have an amount, or that can be switched on. */
function adjustableEffects(
  effects: readonly LoadoutEffect[],
): readonly { readonly entry: MechanicEntry; readonly value: number }[] {
  return effects.flatMap(({ entry, amount, inactive }) => {
    if (inactive === "requirementNotMet") return [];
    if (entry.amount) return [{ entry, value: inactive ? 0 : (amount ?? entry.amount.default) }];
    return inactive ? [{ entry, value: 0 }] : [];
  });
}

const UNIT_NAMES = {
  percent: "%",
  count: "count",
  dps: "damage per second",
  rate1s: "per second",
  rate10s: "per 10 s",
} as const satisfies Record<(typeof AMOUNT_UNITS)[number], string>;

function effectLabel({ name, situation, amount }: MechanicEntry): string {
  const title = situation ? `${name} (${situation})` : name;
  if (!amount) return `${title}, 0 or 1`;
  return `${title}: ${amount.unit === "count" ? amount.label : `${amount.label}, ${UNIT_NAMES[amount.unit]}`}`;
}

function maximumOf(boon: Boon): number {
  return boon === "might" || boon === "stability" ? 25 : 100;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
