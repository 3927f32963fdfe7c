import type { GearSettings } from "#lib/gear/schema.ts";
import { GOAL_NAMES } from "./labels.ts";
import { NumberInput } from "./number-input.tsx";

/** What there should be as much as possible of, and the weights of a mix. */
export function GoalFields({ settings: { objective } }: { settings: GearSettings }) {
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
