import { fileURLToPath } from "node:url";
import { loadCatalog } from "#lib/catalog/catalog.ts";
import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { loadGearTables, loadMechanics, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import type { ProfessionWeapon, Skill, Specialization } from "#lib/catalog/schema.ts";
import type { GearTables, MechanicEntry, Template } from "#lib/engine/mechanics.ts";
import { GAME_MODES, type GameMode, PROFESSIONS, type Profession } from "#lib/shared/game.ts";
import { type Loadout, type LoadoutInput, loadoutSchema, type SkillBar } from "../loadout.ts";
import { type Draw, drawFrom } from "./draw.ts";
import { legalAssumptions } from "./legal-assumptions.ts";
import { type GearChoice, legalEquipment, legalWeapon } from "./legal-equipment.ts";
import { oncePer } from "./once-per.ts";

/** What legal loadouts are put together from. */
export interface LegalParts {
  readonly catalog: Catalog;
  readonly gear: GearTables;
  readonly entries: readonly MechanicEntry[];
  readonly templates: readonly Template[];
}

/** The game data of the project. */
export function partsOfProject(): LegalParts {
  return {
    catalog: loadCatalog(fileURLToPath(new URL("../../../data/catalog", import.meta.url))),
    gear: loadGearTables(),
    entries: loadMechanics().entries,
    templates: loadTemplates(),
  };
}

export interface LegalChoice {
  readonly profession?: Profession;
  readonly mode?: GameMode;
}

/**
 * A random loadout that the game allows, with every slot filled that its profession and mode have: lines and traits,
 * skills on land and under water, pets or legends, both weapon sets, equipment, upgrades, consumables, assumptions.
 * Nothing in it is even unusual but weapons of other elite specializations. The same for the same seed and data.
 */
export function legalLoadout(parts: LegalParts, seed: number, choice: LegalChoice = {}): Loadout {
  const draw = drawFrom(seed);
  const profession = choice.profession ?? draw.pick(PROFESSIONS);
  const mode = choice.mode ?? draw.pick(GAME_MODES);
  const lines = legalLines(parts.catalog, profession, draw);
  const chosen: Chosen = { parts, profession, mode, draw, lines: lines.map(({ line }) => line) };
  const legends = profession === "Revenant" ? legalLegends(chosen) : null;
  const skills = legends?.skills ?? { terrestrial: legalBar(chosen, false), aquatic: legalBar(chosen, true) };
  const gearChoice: GearChoice = { catalog: parts.catalog, tables: parts.gear, mode, draw };
  const templates = parts.templates.filter((template) => template.profession === profession);
  const input: LoadoutInput = {
    version: 1,
    profession,
    mode,
    specializations: [lines[0]?.input ?? null, lines[1]?.input ?? null, lines[2]?.input ?? null],
    skills,
    weapons: legalWeapons(chosen, gearChoice),
    skillOverrides: [],
    pets: profession === "Ranger" ? legalPets(chosen) : null,
    legends: legends?.legends ?? null,
    equipment: legalEquipment(gearChoice),
    template: mode === "pvp" ? null : { id: draw.pick(templates).id, setup: "any" },
    assumptions: legalAssumptions(parts.entries, {
      lines: chosen.lines.map(({ id }) => id),
      traits: lines.flatMap(({ input }) => input.traits),
      draw,
    }),
  };
  return loadoutSchema.parse(input);
}

interface Chosen {
  readonly parts: LegalParts;
  readonly profession: Profession;
  readonly mode: GameMode;
  readonly lines: readonly Specialization[];
  readonly draw: Draw;
}

type Three<Value> = [Value, Value, Value];

/** Two core lines, then a third of any kind; one trait of each tier. */
function legalLines(catalog: Catalog, profession: Profession, draw: Draw) {
  const all = catalog.specializationsOf(profession);
  const core = draw.some(
    all.filter(({ elite }) => !elite),
    3,
  );
  const third = draw.chance(80) ? draw.pick(all.filter(({ elite }) => elite)) : core[2];
  return [...core.slice(0, 2), ...(third ? [third] : [])].map((line) => {
    const tier = (index: number) => draw.pick(line.majorTraits.slice(index * 3, index * 3 + 3));
    const traits: Three<number> = [tier(0), tier(1), tier(2)];
    return { line, input: { id: line.id, traits } };
  });
}

function legalBar({ parts: { catalog }, profession, lines, draw }: Chosen, underWater: boolean): SkillBar {
  const own = oncePer(catalog, `skills ${profession}`, () => slotSkills(catalog, profession));
  const inSlot = (slot: string, count: number) =>
    draw.some(
      own.filter(
        (skill) =>
          skill.slot === slot &&
          (skill.specialization === undefined || lines.some(({ id }) => id === skill.specialization)) &&
          !(underWater && skill.flags?.includes("NoUnderwater")),
      ),
      count,
    );
  const [first, second, third] = inSlot("Utility", 3).map(({ id }) => id);
  return {
    heal: inSlot("Heal", 1)[0]?.id ?? null,
    utility: [first ?? null, second ?? null, third ?? null],
    elite: inSlot("Elite", 1)[0]?.id ?? null,
  };
}

/** Skills that the profession alone has and a build link can hold. */
function slotSkills(catalog: Catalog, profession: Profession): Skill[] {
  return catalog
    .skillsOf(profession)
    .filter(
      ({ id, professions }) => professions.length === 1 && catalog.palettesOfSkill(profession, id).length > 0,
    );
}

/** Two legends for each environment with their own skills, the utility skills in any order. */
function legalLegends({ parts: { catalog }, lines, draw }: Chosen) {
  const open = catalog.legends.all.filter(
    ({ specialization }) => specialization === undefined || lines.some(({ id }) => id === specialization),
  );
  const land = draw.some(open, 2);
  const worksUnderWater = (id: Skill["id"]) => !catalog.skills.get(id)?.flags?.includes("NoUnderwater");
  const water = draw.some(
    open.filter(({ heal, utilities, elite }) => [heal, ...utilities, elite].every(worksUnderWater)),
    2,
  );
  const three = (legend: (typeof open)[number] | undefined): SkillBar["utility"] => {
    const [first, second, third] = draw.some(legend?.utilities ?? [], 3);
    return [first ?? null, second ?? null, third ?? null];
  };
  const bar = ([active]: typeof open): SkillBar => ({
    heal: active?.heal ?? null,
    utility: three(active),
    elite: active?.elite ?? null,
  });
  const codes = ([first, second]: typeof open): [number | null, number | null] => [
    first?.code ?? null,
    second?.code ?? null,
  ];
  return {
    skills: { terrestrial: bar(land), aquatic: bar(water) },
    legends: {
      terrestrial: codes(land),
      aquatic: codes(water),
      inactiveUtility: { terrestrial: three(land[1]), aquatic: three(water[1]) },
    },
  };
}

function legalPets({ parts: { catalog }, draw }: Chosen): LoadoutInput["pets"] {
  const two = (): [number | null, number | null] => {
    const [first, second] = draw.some(catalog.pets.all, 2);
    return [first?.id ?? null, second?.id ?? null];
  };
  return { terrestrial: two(), aquatic: two() };
}

/** The gunsaber of the Bladesworn stands in place of the second set. */
const BLADESWORN = 68;

function legalWeapons({ parts, profession, lines, draw }: Chosen, gear: GearChoice): LoadoutInput["weapons"] {
  const record = parts.catalog.professions.get(profession);
  const swaps = !record?.flags.includes("NoWeaponSwap") && !lines.some(({ id }) => id === BLADESWORN);
  const held = (hand: ProfessionWeapon["hands"][number], environment: "land" | "water") =>
    (record?.weapons ?? []).filter(
      ({ hands, environments }) => hands.includes(hand) && environments.includes(environment),
    );
  const set = (environment: "land" | "water") => {
    const twoHanded = environment === "water" || draw.chance(45);
    const main = draw.pick(held(twoHanded ? "two" : "main", environment));
    const off = twoHanded ? null : draw.pick(held("off", environment));
    const names = new Set<string>();
    return {
      main: legalWeapon(main.weapon, twoHanded, names, gear),
      off: off && legalWeapon(off.weapon, false, names, gear),
    };
  };
  const empty = { main: null, off: null };
  return {
    a: set("land"),
    b: swaps ? set("land") : empty,
    aquaticA: set("water"),
    aquaticB: swaps ? set("water") : empty,
  };
}
