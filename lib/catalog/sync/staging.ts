import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { API_SCHEMA_VERSION, type ApiPage, IDS_PER_PAGE, type RecordId } from "./api-client.ts";

const recordId = z.union([z.int(), z.string()]);

const stateSchema = z.strictObject({
  schemaVersion: z.literal(API_SCHEMA_VERSION),
  baseUrl: z.string(),
  gameBuild: z.int().nullable(),
  startedAt: z.number(),
});

const idsSchema = z.array(recordId);
const pageSchema = z.strictObject({
  ids: z.array(recordId),
  missing: z.array(recordId),
  records: z.array(z.unknown()),
});

/** Pages older than this are fetched anew: the API's build number has stood still for years, it cannot be relied on. */
const STAGING_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** What a sync is fetching from; pages of another one are of no use. */
export interface StagingKey {
  readonly baseUrl: string;
  readonly gameBuild: number | null;
}

/** Answers of the API kept on disk, so that a sync that was cut short goes on where it stopped. */
export class Staging {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the folder; what another or older sync left there is thrown away. */
  static open(folder: string, key: StagingKey, now: number): Staging {
    const staging = new Staging(folder);
    const state = readJson(join(folder, "state.json"), stateSchema);
    const usable =
      state?.baseUrl === key.baseUrl &&
      state.gameBuild === key.gameBuild &&
      now - state.startedAt < STAGING_LIFETIME_MS;
    if (usable) return staging;
    staging.remove();
    staging.#write("state.json", { schemaVersion: API_SCHEMA_VERSION, ...key, startedAt: now });
    return staging;
  }

  ids(endpoint: string): readonly RecordId[] | undefined {
    return readJson(join(this.#folder, fileName(endpoint), "ids.json"), idsSchema);
  }

  saveIds(endpoint: string, ids: readonly RecordId[]): void {
    this.#write(join(fileName(endpoint), "ids.json"), ids);
  }

  /** The page of these ids, if it was fetched. */
  page(endpoint: string, index: number, ids: readonly RecordId[]): ApiPage | undefined {
    const page = readJson(join(this.#folder, fileName(endpoint), pageFile(index)), pageSchema);
    return page && JSON.stringify(page.ids) === JSON.stringify(ids) ? page : undefined;
  }

  savePage(endpoint: string, index: number, ids: readonly RecordId[], page: ApiPage): void {
    this.#write(join(fileName(endpoint), pageFile(index)), { ids, ...page });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Written beside and renamed, so that a file is whole or not there. */
  #write(file: string, value: unknown): void {
    const path = join(this.#folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.part`, JSON.stringify(value));
    renameSync(`${path}.part`, path);
  }
}

/** The ids in lists of at most 200. */
export function pagesOf(ids: readonly RecordId[]): RecordId[][] {
  const count = Math.ceil(ids.length / IDS_PER_PAGE);
  return Array.from({ length: count }, (_, page) =>
    ids.slice(page * IDS_PER_PAGE, (page + 1) * IDS_PER_PAGE),
  );
}

function fileName(endpoint: string): string {
  return endpoint.replaceAll("/", "_");
}

function pageFile(index: number): string {
  return `page-${String(index + 1).padStart(4, "0")}.json`;
}

/** Undefined when the file is missing or not what it should be; it is then fetched anew. */
function readJson<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined;
  }
}
