import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Template } from "#lib/engine/mechanics.ts";
import type { MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import type { SkillId, SpecializationId } from "#lib/shared/ids.ts";
import type { BuildRole } from "./details/words.ts";
import { exampleEquipment, exampleSetup, exampleWeapons } from "./example-equipment.ts";
import { LOADOUT_VERSION, type Loadout, loadoutSchema, type SkillBar } from "./loadout.ts";

export interface ExampleBuild {
  /** Template id; also in the address. */
  readonly key: string;
  readonly name: string;
  /** Day of the newest combat log behind it, or of the source's data. */
  readonly date: string;
  /** Where it stands in lists that begin with the newest: its newest combat log; without any, behind all that have some. */
  readonly listedOn: string;
  readonly outdatedInSource: boolean;
  /** As the source states it; null where it leaves open which boon the build gives. */
  readonly role: BuildRole | null;
  readonly loadout: Loadout;
}

/**
 * An example build of every template: its lines and traits, the weapons that its name states, the slot skills among its
 * effects, and the first of each of the source's recommendations: stat set in every piece, rune, relic, sigils, food and
 * utility item. What the source does not state is left empty.
 */
export function exampleBuilds(
  templates: readonly Template[],
  sourceDate: string,
  mechanics: MechanicsIndex,
  catalog: Catalog,
): ExampleBuild[] {
  const oldest = templates.flatMap(({ measuredOn }) => measuredOn ?? []).toSorted()[0] ?? sourceDate;
  return templates.map((template) => ({
    key: template.id,
    name: `Example: ${template.name}`,
    date: newestLog(template) ?? sourceDate,
    listedOn: newestLog(template) ?? oldest,
    outdatedInSource: template.outdatedInSource,
    role: exampleRole(template),
    loadout: exampleLoadout(template, mechanics, catalog),
  }));
}

function exampleRole({ role, damageType, provides }: Template): BuildRole | null {
  const boon = (["quickness", "alacrity"] as const).find((one) => provides.includes(one));
  switch (role) {
    case "dps":
      return damageType === "power" ? "power-dps" : "condition-dps";
    case "boonDps":
      return boon ? `${boon}-dps` : null;
    case "heal":
      return boon ? `${boon}-heal` : "heal";
  }
}

function newestLog({ measuredOn }: Template): string | undefined {
  return measuredOn?.toSorted().at(-1);
}

function exampleLoadout(template: Template, mechanics: MechanicsIndex, catalog: Catalog): Loadout {
  const line = (isElite: boolean, nth: number) => linesOf(template, isElite, catalog)[nth] ?? null;
  return loadoutSchema.parse({
    version: LOADOUT_VERSION,
    profession: template.profession,
    mode: "pve",
    specializations: [line(false, 0), line(false, 1), line(true, 0) ?? line(false, 2)],
    skills: { terrestrial: knownSkills(template, mechanics, catalog) },
    weapons: exampleWeapons(template, mechanics),
    equipment: exampleEquipment(template, mechanics),
    template: { id: template.id, setup: exampleSetup(template) },
  });
}

/** The template's lines that are elite specializations, or those that are not. */
function linesOf({ lines }: Template, isElite: boolean, catalog: Catalog) {
  return lines
    .filter(({ id }) => (catalog.specializations.get(id as SpecializationId)?.elite === true) === isElite)
    .map(({ id, traits }) => ({ id, traits: traits.map((trait) => trait || null) }));
}

/** The source lists effects, not the bar: those that come from a slot skill tell that it is slotted. */
function knownSkills(template: Template, mechanics: MechanicsIndex, catalog: Catalog): SkillBar {
  const slotted = template.skillUses.flatMap(({ ref }) => {
    const id = mechanics.byId.get(ref)?.gw2id;
    const skill = id === undefined ? undefined : catalog.skills.get(id as SkillId);
    return skill && catalog.palettesOfSkill(template.profession, skill.id).length > 0 ? [skill] : [];
  });
  const inSlot = (slot: string) => [
    ...new Set(slotted.filter((skill) => skill.slot === slot).map(({ id }) => id)),
  ];
  const [first, second, third] = inSlot("Utility");
  return {
    heal: inSlot("Heal")[0] ?? null,
    utility: [first ?? null, second ?? null, third ?? null],
    elite: inSlot("Elite")[0] ?? null,
  };
}
