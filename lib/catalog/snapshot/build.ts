import type { z } from "zod";
import type { CatalogData, CatalogKind, EffectIcons, Item, RecordOf, Trait, TraitSkill } from "../schema.ts";
import { collectEffectIcons } from "./effect-icons.ts";
import { itemGroup, normaliseItem, normalisePvpAmulet, normaliseStatSet } from "./items.ts";
import {
  normaliseLegend,
  normalisePalette,
  normalisePet,
  normaliseProfession,
  normaliseSpecialization,
} from "./professions.ts";
import {
  type RawBalanceSplit,
  type RawFact,
  type RawTraitSkill,
  rawBalanceSplitSchema,
  rawItemSchema,
  rawItemStatSchema,
  rawLegendSchema,
  rawPetSchema,
  rawProfessionSchema,
  rawPvpAmuletSchema,
  rawSkillSchema,
  rawSpecializationSchema,
  rawTraitSchema,
  rawTraitSkillSchema,
} from "./raw.ts";
import type { RecordProblem, ReportProblem } from "./report.ts";
import { normaliseSkill, normaliseTrait, normaliseTraitSkill } from "./skills.ts";

/** Records in the shape of the official API, by the names of its endpoints. The last three are optional extras. */
export interface RawRecords {
  readonly professions: readonly unknown[];
  readonly specializations: readonly unknown[];
  readonly traits: readonly unknown[];
  readonly skills: readonly unknown[];
  readonly itemstats: readonly unknown[];
  readonly items: readonly unknown[];
  readonly pets: readonly unknown[];
  readonly legends: readonly unknown[];
  readonly pvp_amulets: readonly unknown[];
  readonly balance_splits: readonly unknown[];
  /** Palette pairs beyond those of the API, by profession. */
  readonly palettes: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}

export interface BuiltCatalog {
  readonly data: CatalogData;
  readonly problems: readonly RecordProblem[];
}

/** Normalises all records. What cannot be read is reported by kind, id and name, and left out; nothing throws. */
export function buildCatalogData(raw: RawRecords): BuiltCatalog {
  const problems: RecordProblem[] = [];
  const reader = new RecordReader(problems);
  const splits = readSplits(reader, raw.balance_splits);
  const rawSkills = reader.parse("skills", rawSkillSchema, raw.skills);
  const skillsById = new Map(rawSkills.map((skill) => [skill.id, skill]));
  const { traits, traitSkills, facts } = readTraits(reader, raw.traits, splits);
  const professions = reader.parse("professions", rawProfessionSchema, raw.professions);
  const data: CatalogData = {
    professions: reader.normalise("professions", professions, (one, report) =>
      normaliseProfession(one, skillsById, report),
    ),
    specializations: reader.read(
      "specializations",
      rawSpecializationSchema,
      raw.specializations,
      normaliseSpecialization,
    ),
    traits,
    traitSkills,
    skills: reader.normalise("skills", rawSkills, (one, report) =>
      normaliseSkill(one, splits.skill.get(one.id), report),
    ),
    statSets: reader.read("statSets", rawItemStatSchema, raw.itemstats, normaliseStatSet),
    items: readItems(reader, raw.items),
    pvpAmulets: reader.read("pvpAmulets", rawPvpAmuletSchema, raw.pvp_amulets, normalisePvpAmulet),
    pets: reader.read("pets", rawPetSchema, raw.pets, normalisePet),
    legends: reader.read("legends", rawLegendSchema, raw.legends, (one, report) =>
      normaliseLegend(one, skillsById, report),
    ),
    palettes: reader.normalise("palettes", professions, (one, report) =>
      normalisePalette(one, raw.palettes[one.id] ?? [], report),
    ),
    effectIcons: iconsOf([...rawSkills.flatMap((skill) => skill.facts ?? []), ...facts]),
  };
  return { data: sorted(data), problems };
}

function iconsOf(facts: readonly RawFact[]): EffectIcons {
  return collectEffectIcons(facts);
}

/** Parses and normalises record by record and keeps the problems. */
class RecordReader {
  readonly #problems: RecordProblem[];

  constructor(problems: RecordProblem[]) {
    this.#problems = problems;
  }

  read<Raw extends Identified, Kind extends CatalogKind>(
    kind: Kind,
    schema: z.ZodType<Raw>,
    records: readonly unknown[],
    normalise: (raw: Raw, report: ReportProblem) => RecordOf<Kind> | undefined,
  ): RecordOf<Kind>[] {
    return this.normalise(kind, this.parse(kind, schema, records), normalise);
  }

  parse<Raw extends Identified>(kind: string, schema: z.ZodType<Raw>, records: readonly unknown[]): Raw[] {
    const seen = new Set<number | string>();
    return records.flatMap((record) => {
      const parsed = schema.safeParse(record);
      if (!parsed.success) {
        for (const issue of parsed.error.issues) {
          this.#report(kind, record, `${issue.path.join(".") || "record"}: ${issue.message}`);
        }
        return [];
      }
      if (seen.has(parsed.data.id)) {
        this.#report(kind, record, "second record with this id, left out");
        return [];
      }
      seen.add(parsed.data.id);
      return [parsed.data];
    });
  }

  normalise<Raw extends Identified, Out>(
    kind: string,
    records: readonly Raw[],
    normalise: (raw: Raw, report: ReportProblem) => Out | undefined,
  ): Out[] {
    return records.flatMap((raw) => {
      const record = normalise(raw, (problem) => this.#report(kind, raw, problem));
      return record === undefined ? [] : [record];
    });
  }

  #report(kind: string, record: unknown, problem: string): void {
    this.#problems.push({ kind, ...identityOf(record), problem });
  }
}

interface Identified {
  readonly id: number | string;
}

function identityOf(record: unknown): Pick<RecordProblem, "id" | "name"> {
  const { id, name } = (typeof record === "object" && record !== null ? record : {}) as {
    id?: unknown;
    name?: unknown;
  };
  return {
    id: typeof id === "number" || typeof id === "string" ? id : undefined,
    name: typeof name === "string" ? name : undefined,
  };
}

type SplitsByKind = Readonly<Record<RawBalanceSplit["kind"], ReadonlyMap<number, RawBalanceSplit>>>;

function readSplits(reader: RecordReader, records: readonly unknown[]): SplitsByKind {
  const splits = reader.parse("balance_splits", rawBalanceSplitSchema, records);
  const of = (kind: RawBalanceSplit["kind"]) =>
    new Map(splits.filter((split) => split.kind === kind).map((split) => [split.id, split]));
  return { skill: of("skill"), trait: of("trait"), trait_skill: of("trait_skill") };
}

function readTraits(reader: RecordReader, records: readonly unknown[], splits: SplitsByKind) {
  const cast = new Map<number, RawTraitSkill>();
  const facts: RawFact[] = [];
  const parsed = reader.parse("traits", rawTraitSchema, records);
  const traits: Trait[] = reader.normalise("traits", parsed, (raw, report) => {
    const skills = reader.parse("traitSkills", rawTraitSkillSchema, raw.skills ?? []);
    for (const skill of skills) cast.set(skill.id, skill);
    facts.push(...(raw.facts ?? []));
    return normaliseTrait(
      raw,
      skills.map((skill) => skill.id),
      splits.trait.get(raw.id),
      report,
    );
  });
  const traitSkills: TraitSkill[] = reader.normalise("traitSkills", [...cast.values()], (raw, report) => {
    facts.push(...(raw.facts ?? []));
    return normaliseTraitSkill(raw, splits.trait_skill.get(raw.id), report);
  });
  return { traits, traitSkills, facts };
}

/** Items of the groups that a loadout can hold; the API has many others, which are no mistake. */
function readItems(reader: RecordReader, records: readonly unknown[]): Item[] {
  const parsed = reader.parse("items", rawItemSchema, records);
  return reader.normalise("items", parsed, (raw, report) => {
    const group = itemGroup(raw);
    return group && normaliseItem(raw, group, report);
  });
}

function sorted(data: CatalogData): CatalogData {
  const byId = <T extends { readonly id: number }>(list: readonly T[]) =>
    list.toSorted((a, b) => a.id - b.id);
  return {
    professions: data.professions.toSorted((a, b) => a.code - b.code),
    specializations: byId(data.specializations),
    traits: byId(data.traits),
    traitSkills: byId(data.traitSkills),
    skills: byId(data.skills),
    statSets: byId(data.statSets),
    items: byId(data.items),
    pvpAmulets: byId(data.pvpAmulets),
    pets: byId(data.pets),
    legends: data.legends.toSorted((a, b) => a.code - b.code),
    palettes: data.palettes.toSorted((a, b) => (a.profession < b.profession ? -1 : 1)),
    effectIcons: data.effectIcons,
  };
}
