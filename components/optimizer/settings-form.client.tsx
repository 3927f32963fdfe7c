"use client";

import { memo, type RefObject } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  CONSTRAINT_FIELDS,
  type ConstraintField,
  type GearKit,
  type GearRefusal,
  type GearSettings,
  type GearSubject,
} from "#lib/gear/schema.ts";
import { paramOfField } from "#lib/gear/settings-link.ts";
import { ExtrasFields } from "./extras-fields.client.tsx";
import { FightFields } from "./fight-fields.tsx";
import { FormSection } from "./form-section.tsx";
import { GoalFields } from "./goal-fields.tsx";
import { InfusionFields } from "./infusion-fields.tsx";
import { CONSTRAINT_LABELS } from "./labels.ts";
import { NumberInput } from "./number-input.tsx";
import { OwnedFields } from "./owned-fields.tsx";
import { SlotFields } from "./slot-fields.tsx";
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
      <GoalFields settings={settings} />
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
        <InfusionFields kit={kit} settings={settings} error={errorOf("infusions")} />
      </FormSection>
      <FormSection title="Slots and weapons" open={Object.keys(settings.slotStatSets).length > 0}>
        <SlotFields kit={kit} settings={settings} errorOf={errorOf} />
      </FormSection>
      <FormSection title="Owned gear" open={settings.owned.length > 0}>
        <OwnedFields settings={settings} error={errorOf("own")} />
      </FormSection>
      <FormSection title="Fight and rotation">
        <FightFields kit={kit} settings={settings} errorOf={errorOf} />
      </FormSection>
      <div className="border-t border-line pt-4">
        <Button type="submit" tone="primary" className="w-full">
          Optimise gear
        </Button>
      </div>
    </form>
  );
});

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
