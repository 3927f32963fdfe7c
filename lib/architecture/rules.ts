import type { ModuleImport } from "./imports.ts";

/** Folders with rules of their own; `jobs` has two, because every service may enqueue but only handlers run. */
export type Area =
  | "shared"
  | "engine"
  | "platform"
  | "catalog"
  | "accounts"
  | "builds"
  | "gear"
  | "moderation"
  | "teams"
  | "learning"
  | "ai"
  | "chat"
  | "jobs/definitions"
  | "jobs/handlers"
  | "app"
  | "components"
  | "scripts"
  | "e2e";

const DOMAINS = [
  "catalog",
  "accounts",
  "builds",
  "gear",
  "moderation",
  "teams",
  "learning",
  "ai",
  "chat",
] as const;
/** What the domains build on; every service may enqueue a job. */
const BASE = ["shared", "engine", "catalog", "accounts", "platform", "jobs/definitions"] as const;
const ALL_OF_LIB = ["shared", "engine", "platform", ...DOMAINS, "jobs/definitions", "jobs/handlers"] as const;

/** Who imports whom. A folder may always import itself. */
const MAY_IMPORT: Readonly<Record<Area, readonly Area[]>> = {
  shared: [],
  engine: ["shared"],
  platform: ["shared"],
  catalog: ["shared", "engine", "platform", "jobs/definitions"],
  accounts: ["shared", "platform", "jobs/definitions"],
  builds: BASE,
  gear: [...BASE, "builds"],
  moderation: [...BASE, "builds"],
  teams: [...BASE, "builds", "gear"],
  learning: [...BASE, "builds", "gear", "teams"],
  ai: [...BASE, "builds", "gear", "teams", "learning"],
  chat: ["shared", "platform", "accounts", "ai", "jobs/definitions"],
  "jobs/definitions": ["shared"],
  "jobs/handlers": ["shared", "platform", "jobs/definitions", ...DOMAINS],
  app: ["components", "shared", "platform", ...DOMAINS],
  components: ["shared", "engine", ...DOMAINS],
  scripts: ALL_OF_LIB,
  e2e: ["shared", "platform", "scripts"],
};

/** Tests may use the stand-ins and throwaway servers of these folders, and reach the database beneath a service. */
const TESTS_MAY_IMPORT: readonly Area[] = ["shared", "platform", "scripts", "e2e"];

/** The shapes of game data that the engine declares and the catalog fills: all that the catalog may run of it. */
const ENGINE_SHAPES = ["attribute-ids", "mechanics", "mechanics-index"].map(
  (name) => `lib/engine/${name}.ts`,
);

const TEST_FILE = /\.test\.tsx?$|\/testing\/|\/fixtures\/|\/test-[^/]+\.ts$/;
const AREAS = Object.keys(MAY_IMPORT);

/** The sentence that says which rule an import breaks; undefined where it breaks none. */
export function breachOf(found: ModuleImport): string | undefined {
  const from = areaOf(found.from);
  if (from === undefined) return undefined;
  const reason = folderBreach(found, from) ?? privacyBreach(found, from);
  return reason && `${found.from} imports ${found.specifier}: ${reason}`;
}

/** Which area a path from the project's root belongs to; undefined for packages and for files beside the areas. */
export function areaOf(path: string): Area | undefined {
  const [top = "", second = "", third = ""] = path.split("/");
  const name = top === "lib" ? (second === "jobs" ? `jobs/${third}` : second) : top;
  return AREAS.find((area): area is Area => area === name);
}

function folderBreach(found: ModuleImport, from: Area): string | undefined {
  const to = areaOf(found.to);
  const isTest = TEST_FILE.test(found.from);
  if (to === undefined) {
    const foreign = from === "engine" && !isTest && !found.to.startsWith("lib/");
    return foreign ? "the engine is pure and needs no package" : undefined;
  }
  if (to === from) return undefined;
  if (found.specifier.startsWith("."))
    return `another folder is named by its # alias, not by a relative path`;
  if (isTest && TESTS_MAY_IMPORT.includes(to)) return undefined;
  return MAY_IMPORT[from].includes(to) ? undefined : `${from} may not import ${to}`;
}

function privacyBreach({ from, to, typeOnly }: ModuleImport, area: Area): string | undefined {
  const target = areaOf(to);
  if (/\/(?:[^/]+-)?repository\.ts$/.test(to) && target !== area)
    return "a repository is private to its folder";
  if (TEST_FILE.test(from)) return undefined;
  if (TEST_FILE.test(to) && target !== area && area !== "scripts")
    return "code that runs may not need code of tests";
  if (area === "app" && /^lib\/platform\/db\/(?:client|schema\/)/.test(to)) {
    return "pages, actions and routes reach the database through a service";
  }
  if (area === "catalog" && target === "engine" && !typeOnly && !ENGINE_SHAPES.includes(to)) {
    return "the catalog fills the engine's shapes and runs nothing of it";
  }
  return undefined;
}
