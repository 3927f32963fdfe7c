/**
 * `node scripts/copy-catalog-fixtures.ts <folder>`: copies a handful of records of each kind, facts only, out of a
 * folder in the shape of the official API into lib/catalog/sync/fixtures. Run again when the shape changes.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Entry = Record<string, unknown> & { readonly id: number | string };

const FIXTURES = join(import.meta.dirname, "../lib/catalog/sync/fixtures");

/** Guardian with one core and one elite specialization, Elementalist with one, chosen for variety of facts. */
const SPECIALIZATIONS = [49, 62, 41];
const WEAPONS: Readonly<Record<string, readonly string[]>> = {
  Guardian: ["Axe", "Spear", "Shield"],
  Elementalist: ["Scepter"],
};
const EXTRA_SKILLS = [
  5492, 5494, 5503, 5506, 9083, 9102, 9168, 12497, 10574, 27372, 28516, 26679, 26557, 27975, 28419,
];
const ITEM_COUNT = 3;
const STAT_SETS = [154, 161, 559, 588, 591, 1042];
const PETS = [1, 34];
const LEGENDS = ["Legend3"];

function main(folder: string): void {
  const read = (name: string): Entry[] => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  const professions = read("professions")
    .filter((one) => String(one.id) in WEAPONS)
    .map((one) => trimProfession(one));
  const specializations = read("specializations").filter((one) => SPECIALIZATIONS.includes(Number(one.id)));
  const traits = read("traits").filter((one) => SPECIALIZATIONS.includes(Number(one.specialization)));
  const wanted = new Set([...EXTRA_SKILLS, ...professions.flatMap(skillsOf)]);
  const skills = read("skills").filter((one) => wanted.has(Number(one.id)));
  const kept = new Set([...skills, ...traits].map((one) => one.id));
  const groups = Map.groupBy(read("items"), (item) => String(item._group));
  write(
    "professions",
    professions.map((one) => trimPalette(one, wanted)),
  );
  write("specializations", specializations);
  write("traits", traits);
  write("skills", skills);
  write(
    "itemstats",
    read("itemstats").filter((one) => STAT_SETS.includes(Number(one.id))),
  );
  write(
    "items",
    [...groups.values()].flatMap((group) => group.slice(0, ITEM_COUNT)),
  );
  write(
    "pets",
    read("pets").filter((one) => PETS.includes(Number(one.id))),
  );
  write(
    "legends",
    read("legends").filter((one) => LEGENDS.includes(String(one.id))),
  );
  write(
    "balance_splits",
    read("balance_splits").filter((one) => kept.has(one.id)),
  );
}

function trimProfession(profession: Entry): Entry {
  const weapons = Object.entries(profession.weapons as Record<string, unknown>);
  const kept = weapons.filter(([name]) => WEAPONS[String(profession.id)]?.includes(name));
  return {
    ...profession,
    specializations: (profession.specializations as number[]).filter((id) => SPECIALIZATIONS.includes(id)),
    weapons: Object.fromEntries(kept),
    skills: (profession.skills as unknown[]).slice(0, 6),
    training: [],
  };
}

function skillsOf(profession: Entry): number[] {
  const weapons = Object.values(profession.weapons as Record<string, { skills: { id: number }[] }>);
  const own = profession.skills as { id: number }[];
  return [...weapons.flatMap((weapon) => weapon.skills), ...own].map((skill) => skill.id);
}

function trimPalette(profession: Entry, skills: ReadonlySet<number>): Entry {
  const pairs = profession.skills_by_palette as [number, number][];
  return { ...profession, skills_by_palette: pairs.filter(([, skill]) => skills.has(skill)) };
}

function write(name: string, records: readonly Entry[]): void {
  mkdirSync(FIXTURES, { recursive: true });
  const lines = records.map((record) => JSON.stringify(record)).join(",\n");
  writeFileSync(join(FIXTURES, `${name}.json`), `[\n${lines}\n]\n`);
  console.log(`${name}: ${records.length}`);
}

const [folder] = process.argv.slice(2);
if (folder) main(folder);
else
  console.error(
    "Usage: node scripts/copy-catalog-fixtures.ts <folder with professions.json, skills.json, …>",
  );
