import type {
  LegendCode,
  PaletteId,
  PetId,
  SkillId,
  SpecializationId,
  WeaponTypeId,
} from "#lib/shared/ids.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import {
  type BuildLink,
  type BuildLinkLegends,
  type Environments,
  FIXED_BYTES,
  PROFESSION_BLOCK_BYTES,
  professionCode,
  professionOfCode,
  type SkillPalettes,
  type SpecializationChoice,
  type Three,
  type TraitChoice,
  type Two,
} from "./build-link.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { type ChatLinkError, chatLinkError } from "./chat-link-error.ts";
import { LINK_TYPE_CODES } from "./link-types.ts";

/*
 * Layout, all numbers little endian: type 1, profession 1, three times (specialization 1, traits 1), then land
 * and water alternating (2 bytes each) for heal, utility 1 to 3, elite; a 16 byte profession block; since June
 * 2023 a counted list of weapon types (2 bytes each) and one of skill overrides (4 bytes each).
 * Source: ArenaNet's published struct (official forum, API updates of 18 December 2019) and the wiki page
 * "Chat link format", 2026-08.
 */

export interface BuildLinkReading {
  readonly link: BuildLink;
  /** The override count was left out, as one public encoder does; read as no overrides. */
  readonly overrideCountMissing: boolean;
}

/** Reads the content of a build template link. The first byte is known to be its type. */
export function readBuildLinkBytes(bytes: Uint8Array): Result<BuildLinkReading, ChatLinkError> {
  if (bytes.length < FIXED_BYTES) {
    return err(chatLinkError({ code: "cut-off", bytes: bytes.length, neededBytes: FIXED_BYTES }));
  }
  const reader = new ByteReader(bytes, 1);
  const code = reader.uint(1);
  const profession = professionOfCode(code);
  if (profession === undefined) {
    return err(chatLinkError({ code: "unknown-profession", professionCode: code }));
  }
  const specializations = three(() => readSpecialization(reader));
  const skills = readSkills(reader);
  const pets = profession === "Ranger" ? readPets(reader) : null;
  const legends = profession === "Revenant" ? readLegends(reader) : null;
  const unusedBytes = readUnused(reader, unusedByteCount(pets !== null, legends !== null));
  const trailing = readTrailing(reader);
  if (!trailing.ok) return trailing;
  const { weapons, skillVariants, overrideCountMissing } = trailing.value;
  return ok({
    link: { profession, specializations, skills, pets, legends, unusedBytes, weapons, skillVariants },
    overrideCountMissing,
  });
}

/** Writes the content of a build template link. Throws a RangeError for a number outside its field. */
export function writeBuildLinkBytes(link: BuildLink): Uint8Array {
  const writer = new ByteWriter();
  writer.uint(LINK_TYPE_CODES.build, 1, "type");
  writer.uint(professionCode(link.profession), 1, "profession");
  for (const line of link.specializations) writeSpecialization(writer, line);
  writeSkills(writer, link.skills);
  if (link.profession === "Ranger") writePets(writer, link.pets);
  if (link.profession === "Revenant") writeLegends(writer, link.legends);
  const unused = unusedByteCount(link.profession === "Ranger", link.profession === "Revenant");
  for (let index = 0; index < unused; index++) {
    writer.uint(link.unusedBytes[index] ?? 0, 1, `unusedBytes[${index}]`);
  }
  if (link.weapons !== null || link.skillVariants !== null) {
    const weapons = link.weapons ?? [];
    writer.uint(weapons.length, 1, "number of weapons");
    for (const weapon of weapons) writer.uint(weapon, 2, "weapon type");
    const variants = link.skillVariants ?? [];
    writer.uint(variants.length, 1, "number of skill overrides");
    for (const variant of variants) writer.uint(variant, 4, "skill override");
  }
  return writer.toBytes();
}

function unusedByteCount(hasPets: boolean, hasLegends: boolean): number {
  if (hasLegends) return 0;
  return hasPets ? PROFESSION_BLOCK_BYTES - 4 : PROFESSION_BLOCK_BYTES;
}

function readSpecialization(reader: ByteReader): SpecializationChoice {
  const id = reader.uint(1) as SpecializationId;
  const traits = reader.uint(1);
  const choice = (tier: number) => ((traits >> (2 * tier)) & 3) as TraitChoice;
  return { id, traits: [choice(0), choice(1), choice(2)], unusedBits: traits >> 6 };
}

function writeSpecialization(writer: ByteWriter, line: SpecializationChoice): void {
  const [adept, master, grandmaster] = line.traits;
  writer.uint(line.id, 1, "specialization");
  writer.uint(adept | (master << 2) | (grandmaster << 4) | (line.unusedBits << 6), 1, "traits");
}

function readSkills(reader: ByteReader): Environments<SkillPalettes> {
  const slot = (): Two<PaletteId> => [readPalette(reader), readPalette(reader)];
  const heal = slot();
  const utility = three(slot);
  const elite = slot();
  const environment = (index: 0 | 1): SkillPalettes => ({
    heal: heal[index],
    utility: [utility[0][index], utility[1][index], utility[2][index]],
    elite: elite[index],
  });
  return { terrestrial: environment(0), aquatic: environment(1) };
}

function writeSkills(writer: ByteWriter, { terrestrial, aquatic }: Environments<SkillPalettes>): void {
  const slot = (land: PaletteId, water: PaletteId, field: string) => {
    writer.uint(land, 2, `terrestrial ${field}`);
    writer.uint(water, 2, `aquatic ${field}`);
  };
  slot(terrestrial.heal, aquatic.heal, "heal");
  slot(terrestrial.utility[0], aquatic.utility[0], "utility 1");
  slot(terrestrial.utility[1], aquatic.utility[1], "utility 2");
  slot(terrestrial.utility[2], aquatic.utility[2], "utility 3");
  slot(terrestrial.elite, aquatic.elite, "elite");
}

function readPets(reader: ByteReader): Environments<Two<PetId>> {
  const pet = () => reader.uint(1) as PetId;
  return { terrestrial: [pet(), pet()], aquatic: [pet(), pet()] };
}

function writePets(writer: ByteWriter, pets: Environments<Two<PetId>> | null): void {
  for (const environment of ["terrestrial", "aquatic"] as const) {
    for (const pet of pets?.[environment] ?? [0, 0]) writer.uint(pet, 1, `${environment} pet`);
  }
}

function readLegends(reader: ByteReader): BuildLinkLegends {
  const legend = () => reader.uint(1) as LegendCode;
  const terrestrial: Two<LegendCode> = [legend(), legend()];
  const aquatic: Two<LegendCode> = [legend(), legend()];
  const inactiveUtility = {
    terrestrial: three(() => readPalette(reader)),
    aquatic: three(() => readPalette(reader)),
  };
  return { terrestrial, aquatic, inactiveUtility };
}

function writeLegends(writer: ByteWriter, legends: BuildLinkLegends | null): void {
  for (const environment of ["terrestrial", "aquatic"] as const) {
    for (const legend of legends?.[environment] ?? [0, 0]) writer.uint(legend, 1, `${environment} legend`);
  }
  for (const environment of ["terrestrial", "aquatic"] as const) {
    for (const palette of legends?.inactiveUtility[environment] ?? [0, 0, 0]) {
      writer.uint(palette, 2, `${environment} utility of the inactive legend`);
    }
  }
}

function readUnused(reader: ByteReader, byteCount: number): readonly number[] {
  const bytes = Array.from({ length: byteCount }, () => reader.uint(1));
  return bytes.some((byte) => byte !== 0) ? bytes : [];
}

type Trailing = Pick<BuildLink, "weapons" | "skillVariants"> & { readonly overrideCountMissing: boolean };

function readTrailing(reader: ByteReader): Result<Trailing, ChatLinkError> {
  if (reader.remaining === 0) {
    return ok({ weapons: null, skillVariants: null, overrideCountMissing: false });
  }
  const weapons = readList(reader, "weapons", 2);
  if (!weapons.ok) return weapons;
  const overrideCountMissing = reader.remaining === 0;
  const variants = overrideCountMissing ? ok([]) : readList(reader, "skillVariants", 4);
  if (!variants.ok) return variants;
  if (reader.remaining > 0) {
    return err(chatLinkError({ code: "bytes-left-over", bytes: reader.remaining }));
  }
  return ok({
    weapons: weapons.value as WeaponTypeId[],
    skillVariants: variants.value as SkillId[],
    overrideCountMissing,
  });
}

function readList(
  reader: ByteReader,
  part: "weapons" | "skillVariants",
  byteCount: 2 | 4,
): Result<number[], ChatLinkError> {
  const count = reader.uint(1);
  if (count * byteCount > reader.remaining) {
    return err(chatLinkError({ code: "count-exceeds", part, count, bytesLeft: reader.remaining }));
  }
  return ok(Array.from({ length: count }, () => reader.uint(byteCount)));
}

function readPalette(reader: ByteReader): PaletteId {
  return reader.uint(2) as PaletteId;
}

function three<Value>(read: () => Value): Three<Value> {
  return [read(), read(), read()];
}
