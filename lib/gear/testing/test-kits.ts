import { loadGearTables, loadMechanicsIndex, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import type { CalculatedMode, TemplateSetup } from "#lib/engine/mechanics.ts";
import type { GearKit } from "../gear-kit.ts";
import { type GearSettings, type GearSettingsInput, gearSettingsSchema } from "../schema.ts";
import { kitOfTemplate } from "../template-kit.ts";

/** The kit of a template of the committed data. */
export function templateKit(
  id: string,
  setup: TemplateSetup = "raid",
  mode: CalculatedMode = "pve",
): GearKit {
  const template = loadTemplates().find((each) => each.id === id);
  if (!template) throw new Error(`There is no template ${id}.`);
  const kit = kitOfTemplate(template, setup, mode, { index: loadMechanicsIndex(), tables: loadGearTables() });
  if (!kit.ok) throw new Error(kit.error.message);
  return kit.value;
}

/** Settings with the defaults of the schema. */
export function testSettings(input: Partial<GearSettingsInput> = {}): GearSettings {
  return gearSettingsSchema.parse({ statSets: ["Berserker", "Assassin"], ...input });
}

/** Settings with few free slots, so that every gear can be tried one by one. */
export function smallSettings(input: Partial<GearSettingsInput> = {}): GearSettings {
  return testSettings({
    slotStatSets: Object.fromEntries(
      ["helm", "shoulders", "gloves", "boots", "leggings", "amulet", "accessory1", "accessory2"].map(
        (slot) => [slot, ["Berserker"]],
      ),
    ),
    ...input,
  });
}
