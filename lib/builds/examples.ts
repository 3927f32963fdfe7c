import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { WeaponName } from "#lib/catalog/schema.ts";
import type { Template } from "#lib/engine/mechanics.ts";
import type { MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import type { SkillId } from "#lib/shared/ids.ts";
import { LOADOUT_VERSION, type Loadout, loadoutSchema, type SkillBar } from "./loadout.ts";

type Hands = readonly [main: WeaponName, off?: WeaponName];

/**
 * Templates shown as examples, at least one of each profession, with the weapons that the template's own name states
 * ("SP/GS": spear, greatsword; "A/T P/P": axe and torch, two pistols). None where the name states none.
 */
const EXAMPLES: Readonly<Record<string, readonly Hands[]>> = {
  "luminary-power": [["Spear"], ["Greatsword"]],
  "firebrand-condi-quickness-axe": [
    ["Axe", "Torch"],
    ["Pistol", "Pistol"],
  ],
  pbers: [["Greatsword"], ["Axe", "Axe"]],
  "spb-power-arms": [
    ["Sword", "Mace"],
    ["Dagger", "Axe"],
  ],
  cholo: [["Spear"]],
  healmech: [],
  "power-untamed": [["Hammer"], ["Sword", "Axe"]],
  "cslb-ddsb": [["Dagger", "Dagger"], ["Shortbow"]],
  "pded-m7": [["Rifle"]],
  cdd: [["Dagger", "Dagger"]],
  "evoker-condi-pd": [["Pistol", "Dagger"]],
  "condi-cat-quick-pd": [["Pistol", "Dagger"]],
  "pvirt-spear": [["Spear"]],
  ptroub: [],
  "creaper-spear": [["Spear"]],
  healscourge: [],
  "cren-spear-mace": [["Spear"], ["Mace", "Axe"]],
  "conduit-power": [["Sword", "Sword"]],
};

export interface ExampleBuild {
  /** Template id; also in the address. */
  readonly key: string;
  readonly name: string;
  /** Day of the newest combat log behind it, or of the source's data. */
  readonly date: string;
  readonly outdatedInSource: boolean;
  readonly loadout: Loadout;
}

/** Example builds from templates: lines, traits, named weapons, and the slot skills among the template's effects. */
export function exampleBuilds(
  templates: readonly Template[],
  sourceDate: string,
  mechanics: MechanicsIndex,
  catalog: Catalog,
): ExampleBuild[] {
  return templates.flatMap((template) => {
    const weapons = EXAMPLES[template.id];
    if (!weapons) return [];
    return [
      {
        key: template.id,
        name: `Example: ${template.name}`,
        date: template.measuredOn?.toSorted().at(-1) ?? sourceDate,
        outdatedInSource: template.outdatedInSource,
        loadout: exampleLoadout(template, weapons, mechanics, catalog),
      },
    ];
  });
}

function exampleLoadout(
  template: Template,
  weapons: readonly Hands[],
  mechanics: MechanicsIndex,
  catalog: Catalog,
): Loadout {
  const lines = template.lines.map(({ id, traits }) => ({
    id,
    traits: traits.map((trait) => trait || null),
  }));
  return loadoutSchema.parse({
    version: LOADOUT_VERSION,
    profession: template.profession,
    mode: "pve",
    specializations: [lines[0] ?? null, lines[1] ?? null, lines[2] ?? null],
    skills: { terrestrial: knownSkills(template, mechanics, catalog) },
    weapons: { a: weaponSet(weapons[0]), b: weaponSet(weapons[1]) },
  });
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

function weaponSet(hands: Hands | undefined) {
  const [main, off] = hands ?? [];
  return { main: main ? { type: main } : null, off: off ? { type: off } : null };
}
