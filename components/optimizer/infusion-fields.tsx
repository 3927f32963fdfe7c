import { INPUT_CLASS } from "#components/ui/field.tsx";
import { ATTRIBUTE_NAMES } from "#lib/engine/attribute-names.ts";
import { infusionSlotCount } from "#lib/gear/default-settings.ts";
import { type GearKit, type GearSettings, INFUSION_ATTRIBUTES } from "#lib/gear/schema.ts";
import { NumberInput } from "./number-input.tsx";

/** Which stat infusions are worn, or may be. */
export function InfusionFields({
  kit,
  settings: { infusions },
  error,
}: {
  kit: GearKit;
  settings: GearSettings;
  error: string | undefined;
}) {
  const counts =
    infusions.kind === "choose" ? infusions.max : infusions.kind === "fixed" ? infusions.counts : {};
  const slots = infusionSlotCount(kit);
  return (
    <>
      <label className="flex flex-col gap-1.5 text-sm text-ink-soft">
        What to do
        <select
          name="infusions"
          defaultValue={infusions.kind}
          className={`${INPUT_CLASS} py-2! text-sm!`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "infusions-error" : undefined}
        >
          <option value="none">No stat infusions</option>
          {kit.current && <option value="current">Keep the infusions worn now</option>}
          <option value="choose">Choose the best ones</option>
          <option value="fixed">Count these</option>
        </select>
      </label>
      {error && (
        <p id="infusions-error" role="alert" className="text-sm text-bad">
          {error}
        </p>
      )}
      <p className="text-xs text-ink-faint">
        Five points each; this equipment holds {slots}. To choose, give the most of each attribute that may be
        placed; to count, how many there are.
      </p>
      <NumberInput
        name="inf.total"
        label="Placed when choosing"
        value={infusions.kind === "choose" ? infusions.total : slots}
      />
      {INFUSION_ATTRIBUTES.map((attribute) => (
        <NumberInput
          key={attribute}
          name={`inf.${attribute}`}
          label={ATTRIBUTE_NAMES[attribute]}
          value={counts[attribute]}
        />
      ))}
    </>
  );
}
