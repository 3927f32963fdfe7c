import type { SkillId } from "#lib/shared/ids.ts";
import type { Loadout, SkillBar } from "../loadout.ts";
import {
  type Edit,
  ENVIRONMENT_NAMES,
  type EnvironmentName,
  THREE,
  type ThreeIndex,
  threeSwapped,
  threeWith,
} from "./edit.ts";
import type { EditorOptions } from "./options.ts";

/** A slot of a skill bar. */
export type SkillSlotRef =
  | { readonly environment: EnvironmentName; readonly kind: "heal" | "elite" }
  | { readonly environment: EnvironmentName; readonly kind: "utility"; readonly index: ThreeIndex };

export const SLOT_KIND_NAMES = { heal: "Heal", utility: "Utility", elite: "Elite" } as const;

/** The slots of a bar from left to right. */
export function slotsOf(environment: EnvironmentName): readonly SkillSlotRef[] {
  return [
    { environment, kind: "heal" },
    ...THREE.map((index) => ({ environment, kind: "utility", index }) as const),
    { environment, kind: "elite" },
  ];
}

/** "Utility 2". */
export function slotName(slot: SkillSlotRef): string {
  return slot.kind === "utility" ? `Utility ${slot.index + 1}` : SLOT_KIND_NAMES[slot.kind];
}

export function skillIn({ skills }: Loadout, slot: SkillSlotRef): SkillId | null {
  const bar = skills[slot.environment];
  return slot.kind === "utility" ? bar.utility[slot.index] : bar[slot.kind];
}

/** Slots a skill, or empties the slot. A utility skill of another slot changes places with what was here. */
export function chooseSkill(
  loadout: Loadout,
  options: EditorOptions,
  slot: SkillSlotRef,
  id: SkillId | null,
): Edit {
  const bar = loadout.skills[slot.environment];
  const label = id === null ? `${slotName(slot)} emptied` : `${slotName(slot)}: ${nameOf(id, options)}`;
  return {
    label: `${label}${underWater(slot)}`,
    loadout: withBar(loadout, slot.environment, barWith(bar, slot, id)),
  };
}

/** Exchanges two utility skills. */
export function swapUtility(
  loadout: Loadout,
  environment: EnvironmentName,
  first: ThreeIndex,
  second: ThreeIndex,
): Edit {
  const bar = loadout.skills[environment];
  const utility = threeSwapped(bar.utility, first, second);
  return {
    label: `Utility ${first + 1} and ${second + 1} exchanged`,
    loadout: withBar(loadout, environment, { ...bar, utility }),
  };
}

/** Takes the skills of land that work under water over to the bar under water. */
export function copyBarToWater(loadout: Loadout, { catalog }: EditorOptions): Edit {
  const works = (id: SkillId | null) =>
    id !== null && !catalog.skills.get(id)?.flags?.includes("NoUnderwater") ? id : null;
  const { heal, utility, elite } = loadout.skills.terrestrial;
  const aquatic: SkillBar = {
    heal: works(heal),
    utility: [works(utility[0]), works(utility[1]), works(utility[2])],
    elite: works(elite),
  };
  return { label: "Skills of land taken over under water", loadout: withBar(loadout, "aquatic", aquatic) };
}

function barWith(bar: SkillBar, slot: SkillSlotRef, id: SkillId | null): SkillBar {
  if (slot.kind !== "utility") return { ...bar, [slot.kind]: id };
  const from = id === null ? undefined : THREE.find((index) => bar.utility[index] === id);
  const utility =
    from === undefined ? threeWith(bar.utility, slot.index, id) : threeSwapped(bar.utility, from, slot.index);
  return { ...bar, utility };
}

function withBar(loadout: Loadout, environment: EnvironmentName, bar: SkillBar): Loadout {
  return { ...loadout, skills: { ...loadout.skills, [environment]: bar } };
}

function underWater({ environment }: SkillSlotRef): string {
  return environment === "aquatic" ? ` (${ENVIRONMENT_NAMES.aquatic.toLowerCase()})` : "";
}

function nameOf(id: SkillId, { catalog }: EditorOptions): string {
  return catalog.skills.get(id)?.name ?? `unknown skill ${id}`;
}
