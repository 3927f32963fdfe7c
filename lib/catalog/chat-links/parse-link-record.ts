import { z } from "zod";
import { PROFESSIONS } from "#lib/shared/game.ts";
import type {
  LegendCode,
  PaletteId,
  PetId,
  SkillId,
  SpecializationId,
  WeaponTypeId,
} from "#lib/shared/ids.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type BuildLink, professionCode, professionOfCode } from "./build-link.ts";
import type { ChatLink } from "./chat-link.ts";
import { weaponTypeOfName } from "./link-codes.ts";
import { ID_LINK_TYPES, OPAQUE_LINK_TYPES } from "./other-links.ts";

/** Why a record has no link. `field` is a path such as `skills.terrestrial.heal`. */
export interface LinkRecordError {
  readonly code: "bad-record";
  readonly field: string;
  readonly message: string;
  readonly mend: string;
}

/**
 * Reads a record as `buildLinkRecord` writes it, or an object of another link type, back into a link. Of a build
 * only what the link stores counts: what is derived from it (`traitIds`, `skillIds`, `weaponTypes`, `byteLength`)
 * is ignored. `weapons` may hold names; absent lists of weapons and overrides are taken as empty, as in new links.
 */
export function parseLinkRecord(value: unknown): Result<ChatLink, LinkRecordError> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return err(badRecord("record", "must be a JSON object"));
  }
  const type: unknown = Reflect.get(value, "type");
  const schema = type === undefined || type === "build" ? buildRecord : otherRecord;
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err(badRecord(issue?.path.join(".") || "record", issue?.message ?? "is not understood"));
}

function badRecord(field: string, problem: string): LinkRecordError {
  return {
    code: "bad-record",
    field,
    message: `${field} ${problem}.`,
    mend: "Give a record in the shape that `link decode` writes.",
  };
}

/** Words that follow the name of the field in a message. */
function mustBe(what: string) {
  return {
    error: (issue: { input?: unknown }) => (issue.input === undefined ? "is missing" : `must be ${what}`),
  };
}

function uint(byteCount: 1 | 2 | 3 | 4) {
  const limit = 256 ** byteCount - 1;
  const params = mustBe(`a whole number from 0 to ${limit}`);
  return z.number(params).int(params).min(0, params).max(limit, params);
}

function idOf<Id extends number>(byteCount: 1 | 2 | 4) {
  return uint(byteCount).transform((id) => id as Id);
}

function twoOf<Item extends z.ZodType>(item: Item) {
  return z.tuple([item, item], mustBe("a list of two"));
}

function threeOf<Item extends z.ZodType>(item: Item) {
  return z.tuple([item, item, item], mustBe("a list of three"));
}

function environmentsOf<Item extends z.ZodType>(item: Item) {
  return z.object({ terrestrial: item, aquatic: item }, mustBe("an object with terrestrial and aquatic"));
}

const trait = z.literal([0, 1, 2, 3], mustBe("0 (none), 1 (top), 2 (middle) or 3 (bottom)"));
const palette = idOf<PaletteId>(2);

const weaponType = z.union([
  idOf<WeaponTypeId>(2),
  z.string().transform((name, context) => {
    const id = weaponTypeOfName(name);
    if (id !== undefined) return id;
    context.addIssue({ code: "custom", message: `names a weapon that build links do not have: ${name}` });
    return z.NEVER;
  }),
]);

/** The game counts weapons and overrides in one byte each. */
const MAX_LIST = 255;

const buildRecord = z
  .object({
    profession: z.enum(PROFESSIONS, mustBe(`one of ${PROFESSIONS.join(", ")}`)).optional(),
    professionCode: z.int(mustBe("a profession code, 1 to 9")).optional(),
    specializations: threeOf(
      z.object({
        id: idOf<SpecializationId>(1),
        traits: threeOf(trait),
        unusedBits: z.literal([0, 1, 2, 3], mustBe("0 to 3")).default(0),
      }),
    ),
    skills: environmentsOf(z.object({ heal: palette, utility: threeOf(palette), elite: palette })),
    pets: environmentsOf(twoOf(idOf<PetId>(1))).nullish(),
    legends: environmentsOf(twoOf(idOf<LegendCode>(1)))
      .extend({ inactiveUtility: environmentsOf(threeOf(palette)) })
      .nullish(),
    unusedBytes: z.array(uint(1)).max(16, mustBe("at most 16 bytes")).default([]),
    weapons: z.array(weaponType).max(MAX_LIST, mustBe("at most 255 weapons")).nullish(),
    skillVariants: z.array(idOf<SkillId>(4)).max(MAX_LIST, mustBe("at most 255 overrides")).nullish(),
  })
  .transform((record, context): ChatLink => {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    const profession = record.profession ?? professionOfCode(record.professionCode ?? 0);
    if (profession === undefined) return refuse("profession", `must be one of ${PROFESSIONS.join(", ")}`);
    if ((record.professionCode ?? professionCode(profession)) !== professionCode(profession)) {
      return refuse("professionCode", `must be ${professionCode(profession)} for ${profession}`);
    }
    if (record.pets && profession !== "Ranger") return refuse("pets", "is only for a Ranger");
    if (record.legends && profession !== "Revenant") return refuse("legends", "is only for a Revenant");
    const hasTrailingPart = record.weapons !== null || (record.skillVariants ?? null) !== null;
    const build: BuildLink = {
      profession,
      specializations: record.specializations,
      skills: record.skills,
      pets: profession === "Ranger" ? (record.pets ?? NO_PETS) : null,
      legends: profession === "Revenant" ? (record.legends ?? NO_LEGENDS) : null,
      unusedBytes: record.unusedBytes,
      weapons: hasTrailingPart ? (record.weapons ?? []) : null,
      skillVariants: hasTrailingPart ? (record.skillVariants ?? []) : null,
    };
    return { type: "build", build };
  });

const NO_PETS: NonNullable<BuildLink["pets"]> = {
  terrestrial: [0 as PetId, 0 as PetId],
  aquatic: [0 as PetId, 0 as PetId],
};
const NO_PALETTE = 0 as PaletteId;
const NO_LEGENDS: NonNullable<BuildLink["legends"]> = {
  terrestrial: [0 as LegendCode, 0 as LegendCode],
  aquatic: [0 as LegendCode, 0 as LegendCode],
  inactiveUtility: {
    terrestrial: [NO_PALETTE, NO_PALETTE, NO_PALETTE],
    aquatic: [NO_PALETTE, NO_PALETTE, NO_PALETTE],
  },
};

const objectiveId = z
  .string(mustBe('text like "38-11" (map-objective)'))
  .regex(/^\d{1,10}-\d{1,10}$/, mustBe('text like "38-11" (map-objective)'))
  .refine((id) => id.split("-").every((part) => Number(part) < 2 ** 32), mustBe("two numbers below 2^32"));

const otherRecord = z.discriminatedUnion(
  "type",
  [
    z.object({ type: z.literal("coin"), copper: uint(4) }),
    z.object({ type: z.enum(ID_LINK_TYPES), id: uint(4) }),
    z.object({
      type: z.literal("item"),
      quantity: uint(1).default(1),
      id: uint(3),
      skin: uint(4).optional(),
      upgrades: z
        .union(
          [z.tuple([uint(4)]), z.tuple([uint(4).nullable(), uint(4)])],
          mustBe("a list of one or two item ids"),
        )
        .optional(),
      unknownFlags: uint(1).max(0x1f, mustBe("0 to 31")).optional(),
    }),
    z.object({ type: z.literal("objective"), id: objectiveId }),
    z.object({
      type: z.enum(OPAQUE_LINK_TYPES),
      payload: z.string().regex(/^([0-9a-f]{2})*$/, mustBe("hexadecimal in lower case, two digits a byte")),
    }),
  ],
  mustBe("a known type of chat link"),
);
