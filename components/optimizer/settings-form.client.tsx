"use client";

import { memo, type RefObject } from "react";
import { Button } from "#components/ui/button.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { ATTRIBUTE_NAMES } from "#lib/engine/attribute-names.ts";
import { infusionSlotCount } from "#lib/gear/default-settings.ts";
import { ownedText } from "#lib/gear/owned-text.ts";
import {
  CONSTRAINT_FIELDS,
  type ConstraintField,
  type GearKit,
  type GearRefusal,
  type GearSettings,
  type GearSubject,
  INFUSION_ATTRIBUTES,
  slotName,
  slotsInUse,
  WEAPON_HANDS,
} from "#lib/gear/schema.ts";
import { COEFFICIENTS, KEPT, paramOfField } from "#lib/gear/settings-link.ts";
import { pieceName } from "#lib/gear/slot-plan.ts";
import { ExtrasFields } from "./extras-fields.client.tsx";
import { FormSection } from "./form-section.tsx";
import { COEFFICIENT_LABELS, CONSTRAINT_LABELS, GOAL_NAMES } from "./labels.ts";
import { NumberInput } from "./number-input.tsx";
import { StatSetFields } from "./stat-set-fields.client.tsx";

const COMMON_LIMITS: readonly ConstraintField[] = [
  "minBoonDuration",
  "minQuicknessDuration",
  "minCritChance",
  "minHealth",
  "minToughness",
  "maxToughness",
  "minHealingPower",
];
const FURTHER_LIMITS: readonly ConstraintField[] = [
  "minOutgoingHealing",
  "minDamage",
  "minSurvivability",
  "minHealing",
];
const HANDS_NAMES = {
  "two-handed": "Two-handed",
  dual: "Main and off hand",
  "one-handed": "Main hand only",
  none: "None",
} as const;

/**
 * Everything that may be set. The inputs keep their own state and have the names of the address, so what they hold
 * becomes settings by reading the form, and the form works without script. Not drawn again while a search runs.
 */
export const SettingsForm = memo(function SettingsForm({
  form,
  kit,
  settings,
  subject,
  refusal,
  onChange,
  onStart,
}: {
  form: RefObject<HTMLFormElement | null>;
  kit: GearKit;
  settings: GearSettings;
  subject: GearSubject;
  refusal: GearRefusal | null;
  onChange: () => void;
  onStart: () => void;
}) {
  const errorOf = (name: string) =>
    refusal && paramOfField(refusal.field) === name ? refusal.message : undefined;
  return (
    <form
      ref={form}
      action="/optimizer"
      method="get"
      onChange={onChange}
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
      aria-label="Settings of the search"
    >
      {Object.entries(subject).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ""} />
      ))}
      <Goal settings={settings} />
      <FormSection title="Stat sets" note="may be worn anywhere" open>
        <StatSetFields kit={kit} chosen={settings.statSets} error={errorOf("sets")} onChange={onChange} />
      </FormSection>
      <FormSection title="Limits" open={Object.keys(settings.constraints).length > 0}>
        {COMMON_LIMITS.map((name) => (
          <Limit key={name} name={name} settings={settings} error={errorOf(name)} />
        ))}
        {FURTHER_LIMITS.map((name) => (
          <Limit key={name} name={name} settings={settings} error={errorOf(name)} />
        ))}
      </FormSection>
      <FormSection title="Rune, sigils, relic, food" note="one or several">
        <ExtrasFields kit={kit} settings={settings} onChange={onChange} />
      </FormSection>
      <FormSection title="Infusions" open={settings.infusions.kind === "choose"}>
        <Infusions kit={kit} settings={settings} error={errorOf("infusions")} />
      </FormSection>
      <FormSection title="Slots and weapons" open={Object.keys(settings.slotStatSets).length > 0}>
        <Slots kit={kit} settings={settings} errorOf={errorOf} />
      </FormSection>
      <FormSection title="Owned gear" open={settings.owned.length > 0}>
        <Owned settings={settings} error={errorOf("own")} />
      </FormSection>
      <FormSection title="Fight and rotation">
        <Fight kit={kit} settings={settings} errorOf={errorOf} />
      </FormSection>
      <div className="border-t border-line pt-4">
        <Button type="submit" tone="primary" className="w-full">
          Optimise gear
        </Button>
      </div>
    </form>
  );
});

function Goal({ settings: { objective } }: { settings: GearSettings }) {
  const weight = (name: "damage" | "survivability" | "healing") =>
    objective.goal === "mix" ? objective[name] : undefined;
  return (
    <fieldset className="group/goal pb-3">
      <legend className="mb-2 text-base font-medium">As much as possible of</legend>
      <div className="grid grid-cols-2 gap-2">
        {(["damage", "survivability", "healing", "mix"] as const).map((goal) => (
          <label
            key={goal}
            className="flex items-center gap-2 rounded-lg border border-line-strong px-3 py-2 text-sm has-checked:border-accent has-checked:bg-raised"
          >
            <input
              type="radio"
              name="goal"
              value={goal}
              defaultChecked={objective.goal === goal}
              className="accent-accent"
            />
            {GOAL_NAMES[goal]}
          </label>
        ))}
      </div>
      <div className="mt-3 hidden flex-col gap-2 group-has-[input[value=mix]:checked]/goal:flex">
        <NumberInput name="weight.damage" label="Weight of damage" value={weight("damage") ?? 1} />
        <NumberInput
          name="weight.survivability"
          label="Weight of survivability"
          value={weight("survivability") ?? 1}
        />
        <NumberInput name="weight.healing" label="Weight of healing" value={weight("healing") ?? 0} />
        <p className="text-xs text-ink-faint">
          The weights multiply the values as they are: with 1 and 2, losing 2 damage for 1 survivability is
          even.
        </p>
      </div>
    </fieldset>
  );
}

function Limit({
  name,
  settings,
  error,
}: {
  name: ConstraintField;
  settings: GearSettings;
  error: string | undefined;
}) {
  return (
    <NumberInput
      name={name}
      label={CONSTRAINT_LABELS[name]}
      value={settings.constraints[name]}
      unit={CONSTRAINT_FIELDS[name].unit === "percent" ? "%" : ""}
      error={error}
    />
  );
}

function Infusions({
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

function Slots({
  kit,
  settings,
  errorOf,
}: {
  kit: GearKit;
  settings: GearSettings;
  errorOf: (name: string) => string | undefined;
}) {
  const hands = settings.hands ?? kit.hands;
  const stats = kit.points.combinations.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "en"));
  const error = errorOf("slot");
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <label className="flex flex-col gap-1.5 text-sm text-ink-soft">
          Rarity
          <select name="rarity" defaultValue={settings.rarity} className={`${INPUT_CLASS} py-2! text-sm!`}>
            <option value="ascended">Ascended, legendary</option>
            <option value="exotic">Exotic</option>
          </select>
        </label>
        <label className="flex flex-col gap-1.5 text-sm text-ink-soft">
          Weapons
          <select name="hands" defaultValue={hands} className={`${INPUT_CLASS} py-2! text-sm!`}>
            {WEAPON_HANDS.map((each) => (
              <option key={each} value={each}>
                {HANDS_NAMES[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error && (
        <p role="alert" className="text-sm text-bad">
          {error}
        </p>
      )}
      {slotsInUse("dual").map((slot) => {
        const several = settings.slotStatSets[slot] ?? [];
        const worn = kit.current?.slots[slot];
        const fault = errorOf(`slot.${slot}`);
        return (
          <label
            key={slot}
            className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-2 text-sm text-ink-soft"
          >
            {slotName(slot, hands)}
            <select
              name={`slot.${slot}`}
              defaultValue={
                settings.keptSlots.includes(slot)
                  ? KEPT
                  : several.length === 1
                    ? several[0]
                    : several.join(" ")
              }
              className={`${INPUT_CLASS} py-1.5! text-sm!`}
              aria-invalid={fault ? true : undefined}
            >
              <option value="">Any chosen stat set</option>
              {worn && <option value={KEPT}>Keep {pieceName(worn)}</option>}
              {several.length > 1 && <option value={several.join(" ")}>{several.join(" or ")}</option>}
              {stats.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
            {fault && (
              <span role="alert" className="col-span-2 text-bad">
                {fault}
              </span>
            )}
          </label>
        );
      })}
    </>
  );
}

function Owned({ settings, error }: { settings: GearSettings; error: string | undefined }) {
  return (
    <label className="flex flex-col gap-1.5 text-sm text-ink-soft">
      Only these pieces; empty: everything can be had
      <textarea
        name="own"
        rows={5}
        spellCheck={false}
        defaultValue={ownedText(settings.owned)}
        placeholder={"any: Berserker\nRing: Assassin x2\nHelm: Marauder exotic"}
        className={`${INPUT_CLASS} font-mono text-sm!`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "own-error" : "own-note"}
      />
      {error ? (
        <span id="own-error" role="alert" className="text-bad">
          {error}
        </span>
      ) : (
        <span id="own-note" className="text-xs text-ink-faint">
          One piece a line. “any” is a whole set; “x2” two of the same.
        </span>
      )}
    </label>
  );
}

function Fight({
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
