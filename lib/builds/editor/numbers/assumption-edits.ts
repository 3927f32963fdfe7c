import type { Boon } from "#lib/engine/attribute-ids.ts";
import type { TemplateSetup } from "#lib/engine/mechanics.ts";
import type { Loadout } from "../../loadout.ts";
import { type Assumptions, assumptionsSchema } from "../../loadout-assumptions.ts";
import type { Edit } from "../edit.ts";
import type { EditorOptions } from "../options.ts";

/** Boons that change no compared figure but survival or support, which the editor shows as well. */
export const MORE_BOONS = ["resolution", "regeneration"] as const satisfies readonly Boon[];

const FIELD_NAMES: Readonly<
  Record<Exclude<keyof Assumptions, "boons" | "targetConditions" | "effects">, string>
> = {
  enemyArmor: "armor of the enemy",
  movingFraction: "movement of the enemy",
  attacksPerSecond: "skills of the enemy",
  allies: "allies in reach",
};

/** Other assumptions, named by what is new about them; the same name for the same field, so that typing is one step. */
export function assume(loadout: Loadout, assumptions: Assumptions, { engine }: EditorOptions): Edit {
  const before = loadout.assumptions;
  const changed = [
    ...differing(before.boons, assumptions.boons),
    ...differing(before.targetConditions, assumptions.targetConditions),
    ...differing(before.effects, assumptions.effects).map((id) => engine.index.byId.get(id)?.name ?? id),
    ...Object.entries(FIELD_NAMES).flatMap(([field, name]) => {
      const key = field as keyof typeof FIELD_NAMES;
      return before[key] === assumptions[key] ? [] : [name];
    }),
  ];
  const what = changed.length > 3 ? `${changed.length} things` : changed.join(", ");
  return {
    label: `Assumed otherwise: ${what}`,
    loadout: changed.length === 0 ? loadout : { ...loadout, assumptions },
  };
}

function differing(
  before: Readonly<Record<string, number | undefined>>,
  after: Readonly<Record<string, number | undefined>>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => before[key] !== after[key],
  );
}

/** Nothing stated: the calculation's own defaults hold. */
export function assumeNothing(loadout: Loadout): Edit {
  return {
    label: "Usual assumptions",
    loadout: { ...loadout, assumptions: assumptionsSchema.parse({}) },
  };
}

/** Whose measured rotation gives the damage; null for an estimate from the loadout's own skills. */
export function chooseTemplate(
  loadout: Loadout,
  { engine }: EditorOptions,
  id: string | null,
  setup: TemplateSetup = "any",
): Edit {
  const name = engine.templates.find((template) => template.id === id)?.name ?? id;
  return {
    label: id === null ? "Damage by estimate" : `Damage as measured for ${name}`,
    loadout: { ...loadout, template: id === null ? null : { id, setup } },
  };
}
