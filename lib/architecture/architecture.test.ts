import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { serverChains } from "./browser-safety.ts";
import { codeOf, importsIn, importsOf, sourceFiles } from "./imports.ts";
import { breachOf } from "./rules.ts";

const ROOT = dirname(dirname(import.meta.dirname));
const FOLDERS = ["lib", "app", "components", "scripts", "e2e"];
const ENVIRONMENT = /\bprocess\s*(?:\?\.|\.|\[)\s*["']?env\b/;
const ENVIRONMENT_FILE = "lib/platform/env.ts";

const sources = new Map(
  sourceFiles(ROOT, FOLDERS).map((file) => [file, readFileSync(join(ROOT, file), "utf8")]),
);
const imports = importsIn(ROOT, FOLDERS);

describe("the project", () => {
  it("imports along the table of who imports whom", () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(breachOf).filter((breach) => breach !== undefined)).toEqual([]);
  });

  it("sends browsers nothing that needs a server", () => {
    const files = [...sources.keys()];
    const entries = files.filter((file) => /^components\/.+(?<!\.test)\.tsx?$|\.client\.tsx$/.test(file));
    const actions = files.filter((file) => /^\s*["']use server["']/.test(sources.get(file) ?? ""));
    expect(entries.length).toBeGreaterThan(0);
    expect(serverChains(imports, { entries, actions })).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const readers = [...sources]
      .filter(([, source]) => ENVIRONMENT.test(codeOf(source)))
      .map(([file]) => file);
    expect(readers).toEqual([ENVIRONMENT_FILE]);
  });
});

describe("a planted breach is found", () => {
  const breaches = (file: string, source: string) => importsOf(file, source).map(breachOf);

  it.each([
    [
      "lib/engine/gear/x.ts",
      'import { db } from "#lib/platform/db/client.ts";',
      "engine may not import platform",
    ],
    ["lib/engine/x.ts", 'import { readFileSync } from "node:fs";', "the engine is pure and needs no package"],
    ["lib/engine/x.ts", 'import { z } from "zod";', "the engine is pure and needs no package"],
    ["lib/shared/x.ts", 'export * from "#lib/builds/schema.ts";', "shared may not import builds"],
    ["lib/builds/x.ts", 'const page = await import("#app/page.tsx");', "builds may not import app"],
    [
      "lib/builds/x.ts",
      'export { Card } from "#components/ui/card.tsx";',
      "builds may not import components",
    ],
    ["lib/builds/x.ts", 'type T = import("#lib/teams/schema.ts").Team;', "builds may not import teams"],
    ["lib/builds/x.ts", 'import type { Team } from "#lib/teams/schema.ts";', "builds may not import teams"],
    ["lib/chat/x.ts", 'import "#lib/catalog/catalog.ts";', "chat may not import catalog"],
    [
      "lib/jobs/definitions/x.ts",
      'import { f } from "#lib/jobs/handlers/x.ts";',
      "may not import jobs/handlers",
    ],
    ["components/x.tsx", 'import { env } from "#lib/platform/env.ts";', "components may not import platform"],
    [
      "app/page.tsx",
      'import { find } from "#lib/builds/repository.ts";',
      "a repository is private to its folder",
    ],
    [
      "lib/ai/x.ts",
      'import { find } from "#lib/builds/build-repository.ts";',
      "a repository is private to its folder",
    ],
    ["app/x.ts", 'import { db } from "#lib/platform/db/client.ts";', "reach the database through a service"],
    ["lib/catalog/x.ts", 'import { damage } from "#lib/engine/damage.ts";', "runs nothing of it"],
    ["lib/builds/x.ts", 'import { ok } from "../shared/result.ts";', "by its # alias"],
    [
      "lib/builds/x.ts",
      'import { f } from "#lib/platform/db/test-database.ts";',
      "may not need code of tests",
    ],
    ["scripts/x.ts", 'new Worker(new URL("../app/worker.ts", import.meta.url));', "by its # alias"],
  ])("%s: %s", (file, source, reason) => {
    expect(breaches(file, source)).toEqual([expect.stringContaining(reason)]);
  });

  it.each([
    ["lib/catalog/x.ts", 'import type { Damage } from "#lib/engine/damage.ts";'],
    ["lib/catalog/x.ts", 'import { type Damage, type Hit } from "#lib/engine/damage.ts";'],
    ["lib/engine/x.test.ts", 'import { describe } from "vitest";'],
    ["lib/ai/x.test.ts", 'import { startStandin } from "#e2e/ollama-standin.ts";'],
    ["lib/builds/x.ts", '// import { Card } from "#components/ui/card.tsx";'],
    ["lib/builds/x.ts", "const text = 'import { Card } from \"#components/ui/card.tsx\";';"],
  ])("and what is allowed is not: %s: %s", (file, source) => {
    expect(breaches(file, source).filter(Boolean)).toEqual([]);
  });

  it("in an import over several lines, after others", () => {
    const source = 'import { a } from "./a.ts";\nimport {\n  b,\n  c,\n} from "#lib/teams/schema.ts";\n';
    expect(breaches("lib/builds/x.ts", source).filter(Boolean)).toHaveLength(1);
  });

  it("behind files that are harmless by themselves, unless the browser gets a reference only", () => {
    const chain = [
      ...importsOf("components/a.tsx", 'import { b } from "#lib/builds/b.ts";'),
      ...importsOf("lib/builds/b.ts", 'import { c } from "./c.ts"; import type { T } from "postgres";'),
      ...importsOf("lib/builds/c.ts", 'import postgres from "postgres";'),
    ];
    expect(serverChains(chain, { entries: ["components/a.tsx"], actions: [] })).toEqual([
      "components/a.tsx → lib/builds/b.ts → lib/builds/c.ts → postgres",
    ]);
    expect(serverChains(chain, { entries: ["components/a.tsx"], actions: ["lib/builds/c.ts"] })).toEqual([]);
  });

  it("when the environment is read elsewhere", () => {
    const read = ["process", "env.SECRET"].join(".");
    expect(ENVIRONMENT.test(codeOf(`const secret = ${read};`))).toBe(true);
    expect(ENVIRONMENT.test(codeOf(`// ${read} is not read here\nconst text = "${read}";`))).toBe(false);
  });
});
