import type { ModuleImport } from "./imports.ts";

/** Packages that work on a server only, by name or with a path beneath it. */
const SERVER_PACKAGES = [
  "postgres",
  "drizzle-orm",
  "ioredis",
  "pino",
  "@upstash/ratelimit",
  "@node-rs/argon2",
  "next-auth",
  "ollama-ai-provider",
  "server-only",
  "next/headers",
  "next/server",
  "next/cache",
  "next/og",
];
const SERVER_FILES = ["lib/platform/env.ts"];

export interface BrowserRules {
  /** Files of which browsers may load everything they need at run time. */
  readonly entries: readonly string[];
  /** Files with "use server": browsers get a reference to them, not their code. */
  readonly actions: readonly string[];
}

/** For each entry that needs a server-only module at run time, the chain of imports that leads there. */
export function serverChains(
  imports: readonly ModuleImport[],
  { entries, actions }: BrowserRules,
): readonly string[] {
  const byFile = Map.groupBy(
    imports.filter((each) => !each.typeOnly),
    (each) => each.from,
  );
  const chainFrom = (file: string, visited: Set<string>): readonly string[] | undefined => {
    if (visited.has(file) || actions.includes(file)) return undefined;
    visited.add(file);
    for (const { to } of byFile.get(file) ?? []) {
      if (isServerOnly(to)) return [file, to];
      const rest = chainFrom(to, visited);
      if (rest) return [file, ...rest];
    }
    return undefined;
  };
  return entries.flatMap((entry) => {
    const chain = chainFrom(entry, new Set());
    return chain ? [chain.join(" → ")] : [];
  });
}

function isServerOnly(to: string): boolean {
  if (to.startsWith("node:") || SERVER_FILES.includes(to)) return true;
  return SERVER_PACKAGES.some((name) => to === name || to.startsWith(`${name}/`));
}
