import type { GearKit, GearSettings } from "#lib/gear/schema.ts";
import { COEFFICIENTS } from "#lib/gear/settings-link.ts";
import { COEFFICIENT_LABELS } from "./labels.ts";
import { NumberInput } from "./number-input.tsx";

/** The enemy, the rotation's damage before attributes, and how many results are listed. */
export function FightFields({
  kit,
  settings,
  errorOf,
}: {
  kit: GearKit;
  settings: GearSettings;
  errorOf: (name: string) => string | undefined;
}) {
  const { target } = settings;
  return (
    <>
      <NumberInput
        name="armor"
        label="Armor of the enemy"
        value={target.armor}
        placeholder={String(kit.target.armor)}
        error={errorOf("armor")}
      />
      <NumberInput
        name="attacks"
        label="Skills the enemy uses per second"
        value={target.attacksPerSecond}
        placeholder={String(kit.target.attacksPerSecond)}
        error={errorOf("attacks")}
      />
      <NumberInput
        name="moving"
        label="Time the enemy moves"
        unit="%"
        value={target.movingPercent}
        placeholder={String(kit.target.movingFraction * 100)}
        error={errorOf("moving")}
      />
      <p className="pt-2 text-xs text-ink-faint">
        Damage of the rotation before attributes, per second. Left empty, the measured rotation holds.
      </p>
      {COEFFICIENTS.map((name) => (
        <NumberInput
          key={name}
          name={`c.${name}`}
          label={COEFFICIENT_LABELS[name]}
          value={settings.coefficients[name]}
          placeholder={String(kit.coefficients[`coefficient.${name}`] ?? 0)}
          error={errorOf(`c.${name}`)}
        />
      ))}
      <NumberInput name="top" label="Results to list" value={settings.results} error={errorOf("top")} />
    </>
  );
}
