import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { RawRecords } from "./build.ts";
import { type RawSources, rawPaletteFileSchema, rawSourcesSchema } from "./raw.ts";
import { SNAPSHOT_SOURCES } from "./snapshot-sources.ts";

/** A folder of files in the shape of the official API, read but not yet checked record by record. */
export interface RawFolder {
  readonly records: RawRecords;
  readonly about: RawSources;
}

const REQUIRED = [
  "professions",
  "specializations",
  "traits",
  "skills",
  "itemstats",
  "items",
  "pets",
  "legends",
] as const;
const OPTIONAL = ["pvp_amulets", "balance_splits"] as const;

/**
 * Reads `<endpoint>.json` of each endpoint (one JSON array each). Optional: pvp_amulets.json, balance_splits.json,
 * palette.json (here or in the folder above) and sources.json. Refuses with one line that names the file.
 */
export function readRawFolder(folder: string): Result<RawFolder, string> {
  if (!existsSync(folder)) return err(`There is no folder ${folder}.`);
  const lists = new Map<string, readonly unknown[]>();
  for (const endpoint of [...REQUIRED, ...OPTIONAL]) {
    const path = join(folder, `${endpoint}.json`);
    const required = REQUIRED.some((name) => name === endpoint);
    if (!required && !existsSync(path)) continue;
    const read = readJson(path);
    if (!read.ok) return read;
    if (!Array.isArray(read.value)) return err(`${path} does not hold a JSON array of records.`);
    lists.set(endpoint, read.value);
  }
  const palettes = readOptional(paletteFile(folder), rawPaletteFileSchema);
  if (!palettes.ok) return palettes;
  const about = readOptional(join(folder, "sources.json"), rawSourcesSchema);
  if (!about.ok) return about;
  const list = (endpoint: string) => lists.get(endpoint) ?? [];
  return ok({
    records: {
      professions: list("professions"),
      specializations: list("specializations"),
      traits: list("traits"),
      skills: list("skills"),
      itemstats: list("itemstats"),
      items: list("items"),
      pets: list("pets"),
      legends: list("legends"),
      pvp_amulets: list("pvp_amulets"),
      balance_splits: list("balance_splits"),
      palettes: palettes.value?.skillsByPalette ?? {},
    },
    about: about.value ?? (isMergedSnapshot(list("skills")) ? SNAPSHOT_SOURCES : { sources: {} }),
  });
}

function paletteFile(folder: string): string {
  const own = join(folder, "palette.json");
  return existsSync(own) ? own : join(dirname(resolve(folder)), "palette.json");
}

/** Pure API files carry no such key; without sources.json the merged snapshot is told by it. */
function isMergedSnapshot(skills: readonly unknown[]): boolean {
  return skills.some((skill) => typeof skill === "object" && skill !== null && "_facts_source" in skill);
}

function readJson(path: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    return err(`${path} cannot be read as JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function readOptional<T>(path: string, schema: z.ZodType<T>): Result<T | undefined, string> {
  if (!existsSync(path)) return ok(undefined);
  const read = readJson(path);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err(`${path}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "has another shape"}`);
}
