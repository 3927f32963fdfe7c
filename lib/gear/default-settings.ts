import { STAT_SETS, type StatSetName } from "#lib/builds/schema.ts";
import { EXTRA_SLOTS, type Template, type TemplateSetupFacts } from "#lib/engine/mechanics.ts";
import type { GearKit } from "./gear-kit.ts";
import { slotKind, slotsInUse } from "./gear-slots.ts";
import { type GearSettings, gearSettingsSchema } from "./schema.ts";

/** Stat sets worth trying for a role, in the order in which players know them. */
export const STAT_SET_PRESETS = {
  "Power damage": ["Berserker", "Assassin", "Dragon", "Marauder", "Demolisher", "Valkyrie"],
  "Condition damage": ["Viper", "Sinister", "Grieving", "Trailblazer", "Rampager", "Carrion"],
  "Power with boons": ["Berserker", "Assassin", "Diviner", "Dragon", "Marauder", "Commander"],
  "Condition with boons": ["Viper", "Ritualist", "Sinister", "Grieving", "Celestial", "Trailblazer"],
  Healer: ["Harrier", "Minstrel", "Magi", "Cleric", "Giver", "Plaguedoctor"],
  Sturdy: ["Celestial", "Marauder", "Minstrel", "Trailblazer", "Wanderer", "Soldier"],
} as const satisfies Readonly<Record<string, readonly StatSetName[]>>;

export type StatSetPreset = keyof typeof STAT_SET_PRESETS;

/** The preset that fits what a template is for. */
export function presetOf({ role, damageType }: Pick<Template, "role" | "damageType">): StatSetPreset {
  if (role === "heal") return "Healer";
  if (role === "boonDps") return damageType === "power" ? "Power with boons" : "Condition with boons";
  return damageType === "power" ? "Power damage" : "Condition damage";
}

/**
 * Settings a search is opened with: stat sets of the template's role and those worn, its own goal and limits, the
 * extras worn now, and the first the template names where none is worn.
 */
export function defaultSettings(
  kit: GearKit,
  template: Template | undefined,
  setup: TemplateSetupFacts | undefined,
): GearSettings {
  const goal = setup?.goal;
  const worn = Object.values(kit.current?.slots ?? {}).map(({ stat }) => stat);
  const preset = STAT_SET_PRESETS[template ? presetOf(template) : "Power damage"];
  return gearSettingsSchema.parse({
    statSets: knownStatSets([...(goal?.affixes ?? []), ...worn, ...preset]),
    objective: { goal: goal?.optimizeFor === "healing" ? "healing" : "damage" },
    constraints: {
      ...(goal?.minBoonDurationPercent ? { minBoonDuration: goal.minBoonDurationPercent } : {}),
      ...(goal?.minQuicknessDurationPercent
        ? { minQuicknessDuration: goal.minQuicknessDurationPercent }
        : {}),
    },
    infusions: { kind: Object.keys(kit.current?.infusionPoints ?? {}).length > 0 ? "current" : "none" },
    extras: firstExtras(kit, setup),
  });
}

/** The first eight: what answers at once on any machine, and more than most searches need. */
const DEFAULT_STAT_SETS = 8;

function knownStatSets(names: readonly string[]): StatSetName[] {
  const known = new Set(names.flatMap((name) => STAT_SETS.filter((set) => set === name)));
  return [...known].slice(0, DEFAULT_STAT_SETS);
}

/** What is worn now, and where nothing is the template's first of its kind; of the sigils two different ones. */
function firstExtras(kit: GearKit, setup: TemplateSetupFacts | undefined) {
  const worn = kit.current?.extras;
  const taken = new Set(EXTRA_SLOTS.flatMap((slot) => worn?.[slot] ?? []));
  return Object.fromEntries(
    EXTRA_SLOTS.flatMap((slot) => {
      if (worn?.[slot]) return [];
      const known = (setup?.extras[slot] ?? []).find(
        ({ ref }) => !taken.has(ref) && kit.extras[slot].some(({ id }) => id === ref),
      );
      if (known) taken.add(known.ref);
      return [[slot, [known?.ref ?? ""]]];
    }),
  );
}

/** How many stat infusions the equipment holds. */
export function infusionSlotCount(kit: GearKit): number {
  return slotsInUse(kit.hands).reduce(
    (sum, slot) => sum + kit.points.infusionSlots[slotKind(slot, kit.hands)],
    0,
  );
}
