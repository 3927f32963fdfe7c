import { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type BuildDetails, buildDetailsSchema, NO_DETAILS } from "../details/schema.ts";
import { type Loadout, loadoutSchema } from "../loadout.ts";
import { describeFaults, type LoadoutFault } from "../parse-loadout.ts";
import { buildNameSchema } from "../schema.ts";
import { BUILD_FORMAT, BUILD_FORMAT_VERSION, buildDocumentSchema } from "./build-json.ts";
import { salvage } from "./salvage.ts";

/** As much of a build as foreign data holds. */
export interface ReadDocument {
  /** Null where it states none, or none that can be kept. */
  readonly name: string | null;
  readonly loadout: Loadout;
  readonly details: BuildDetails;
  /** Names that the file knows for ids. */
  readonly names: Readonly<Record<string, string>>;
  /** What could not be read, field by field. */
  readonly lost: readonly LoadoutFault[];
}

const KNOWN_FIELDS = new Set(Object.keys(buildDocumentSchema.shape));
const namesSchema = z.record(z.string(), z.string()).catch({});

/** Builds in JSON: a file of this app, a list of them, or a bare loadout. The failure is for the player. */
export function readDocuments(value: unknown): readonly Result<ReadDocument, string>[] {
  return Array.isArray(value) ? value.map(readDocument) : [readDocument(value)];
}

function readDocument(value: unknown): Result<ReadDocument, string> {
  if (!isObject(value)) return err("This part of the JSON is no build: a build is an object in braces.");
  if (value.format === BUILD_FORMAT) return readOwn(value);
  if ("loadout" in value && isObject(value.loadout)) return readOwn(value);
  if ("profession" in value && "version" in value) return readLoadout(value, "");
  return err(
    `This JSON is no build of this app: it has neither "format": "${BUILD_FORMAT}" nor the fields of a loadout.`,
  );
}

function readOwn(document: Readonly<Record<string, unknown>>): Result<ReadDocument, string> {
  const { version = BUILD_FORMAT_VERSION } = document;
  if (version !== BUILD_FORMAT_VERSION) {
    return err(
      typeof version === "number" && version > BUILD_FORMAT_VERSION
        ? `This file has version ${version}, and this app reads version ${BUILD_FORMAT_VERSION}. It was made by a newer app.`
        : `This file has an unknown version. This app reads version ${BUILD_FORMAT_VERSION}.`,
    );
  }
  const read = readLoadout(document.loadout, "loadout.");
  if (!read.ok) return read;
  const name = buildNameSchema.safeParse(document.name);
  const details = readDetails(document.details);
  const unknown = Object.keys(document).filter((field) => !KNOWN_FIELDS.has(field));
  return ok({
    ...read.value,
    name: name.data ?? null,
    details: details.details,
    names: namesSchema.parse(document.names ?? {}),
    lost: [
      ...(name.success
        ? []
        : [{ field: "name", message: name.error.issues[0]?.message ?? "Give the build a name." }]),
      ...read.value.lost,
      ...details.lost,
      ...unknown
        .slice(0, 20)
        .map((field) => ({ field: field.slice(0, 80), message: "There is no field of this name." })),
    ],
  });
}

/** Details out of a file or text, without what is wrong in them. */
export function readDetails(value: unknown): { details: BuildDetails; lost: readonly LoadoutFault[] } {
  const read = salvage(buildDetailsSchema, value ?? {});
  if (read.ok) return { details: read.value.value, lost: withPrefix("details.", read.value.lost) };
  return { details: NO_DETAILS, lost: withPrefix("details.", read.error) };
}

function readLoadout(value: unknown, prefix: string): Result<ReadDocument, string> {
  const read = salvage(loadoutSchema, value);
  if (!read.ok) return err(`The loadout cannot be read. ${describeFaults(read.error.slice(0, 3))}`);
  const { value: loadout, lost } = read.value;
  return ok({ name: null, loadout, details: NO_DETAILS, names: {}, lost: withPrefix(prefix, lost) });
}

function withPrefix(prefix: string, faults: readonly LoadoutFault[]): LoadoutFault[] {
  return faults.map(({ field, message }) => ({ field: `${prefix}${field}`.replace(/\.$/, ""), message }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
