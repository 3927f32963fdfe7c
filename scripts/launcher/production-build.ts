import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";
import { z } from "zod";
import { childEnv } from "#lib/platform/env.ts";
import { PRECOMPRESSED_TYPES } from "#lib/platform/http/precompressed-statics.ts";
import { type Child, startNode } from "./children.ts";
import { type FileLock, tryLock } from "./file-lock.ts";
import { StartProblem } from "./start-problem.ts";

/** Everything that the production build is made from. */
const SOURCE_FOLDERS = ["app", "components", "lib", "data", "drizzle", "public"];
const SOURCE_FILES = [
  "instrumentation.ts",
  "next.config.ts",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

const BUILD_POLL_MS = 200;
/** Two starts at once may both hold the build for reading for a moment before one of them makes it. */
const BUILD_CONTEST_MS = 3_000;
const RUNNING_ELSEWHERE =
  "The app is being built or runs from this folder in an older version: stop that first (or wait), then start again.";

/** The server of the current build. */
export function builtServer(root: string): string {
  return join(root, ".next", "standalone", "server.js");
}

/** Whether the production build is there, whole, and made from the sources as they are now. */
export function isBuildCurrent(root: string): boolean {
  const file = fingerprintFile(root);
  return existsSync(file) && readFileSync(file, "utf8") === sourceFingerprint(root);
}

/**
 * Builds the app. `onStart` receives the running build so that it can be stopped. Throws StartProblem when it fails;
 * the caller holds the lock that keeps others from building or running the build meanwhile.
 */
export async function build(
  root: string,
  output: "shown" | "on failure",
  onStart: (child: Child) => void = () => undefined,
): Promise<void> {
  const fingerprint = sourceFingerprint(root);
  const child = startNode(join(root, "node_modules", "next", "dist", "bin", "next"), ["build"], {
    cwd: root,
    env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: output === "shown" ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  onStart(child);
  const chunks: Buffer[] = [];
  child.process.stdout?.on("data", (chunk) => chunks.push(chunk));
  child.process.stderr?.on("data", (chunk) => chunks.push(chunk));
  if ((await child.exited) !== 0) {
    process.stderr.write(Buffer.concat(chunks));
    throw new StartProblem("The app could not be built; what the build said stands above.");
  }
  if (!existsSync(builtServer(root))) {
    throw new StartProblem(
      'The build made no .next/standalone/server.js: next.config.ts needs output: "standalone".',
    );
  }
  completeBuild(root, fingerprint);
}

/** Adds what browsers fetch, which Next leaves out of the standalone folder, and marks the build as whole. */
export function completeBuild(root: string, fingerprint: string): void {
  const standalone = join(root, ".next", "standalone");
  cpSync(join(root, ".next", "static"), join(standalone, ".next", "static"), { recursive: true });
  hintCompilation(root, join(standalone, ".next"));
  compressStatics(join(standalone, ".next", "static"));
  if (existsSync(join(root, "public")))
    cpSync(join(root, "public"), join(standalone, "public"), { recursive: true });
  writeFileSync(fingerprintFile(root), fingerprint);
}

/**
 * A hold on the current build: while it is held nobody builds, because `next build` deletes what runs. Calls `make`
 * where there is no current build, one process at a time. Throws StartProblem where an older build is running.
 */
export async function buildForRunning(root: string, make: () => Promise<void>): Promise<FileLock> {
  let runningSince: number | undefined;
  for (;;) {
    const held = lockBuild(root, "run");
    if (held && isBuildCurrent(root)) return held;
    held?.release();
    const mine = held && lockBuild(root, "make");
    if (mine) {
      await makeUnder(mine, root, make);
      continue;
    }
    // Held by another: if not for making, it runs, and an outdated build that runs will not go away by waiting.
    runningSince = held ? (runningSince ?? Date.now()) : undefined;
    if (runningSince && Date.now() - runningSince > BUILD_CONTEST_MS)
      throw new StartProblem(RUNNING_ELSEWHERE);
    await delay(BUILD_POLL_MS);
  }
}

/** Builds now, for `npm run build`. Throws StartProblem where another process builds or runs the app. */
export async function buildNow(root: string, make: () => Promise<void>): Promise<void> {
  const mine = lockBuild(root, "make");
  if (!mine) throw new StartProblem(RUNNING_ELSEWHERE);
  try {
    await make();
  } finally {
    mine.release();
  }
}

async function makeUnder(mine: FileLock, root: string, make: () => Promise<void>): Promise<void> {
  try {
    if (!isBuildCurrent(root)) await make();
  } finally {
    mine.release();
  }
}

function lockBuild(root: string, use: "run" | "make"): FileLock | undefined {
  const file = join(root, "node_modules", ".cache", "gw2optimizer", "build.lock");
  try {
    return tryLock(file, use === "make" ? "exclusive" : "shared");
  } catch (error) {
    // In a folder that is read-only for us nobody builds with our rights either.
    if (use === "run") return { release: () => undefined };
    throw new StartProblem(
      `The app cannot be built in ${root}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function fingerprintFile(root: string): string {
  return join(root, ".next", "standalone", ".sources");
}

/** What Chromium calls an explicit compile hint; other browsers read a comment. */
const COMPILE_AHEAD = "//# allFunctionsCalledOnLoad\n";
const buildManifestSchema = z.object({ rootMainFiles: z.array(z.string()) });

/**
 * Marks the scripts that every page begins with (React and the router), most of whose functions run at once: browsers
 * may compile them all while they load, beside the page, instead of one by one when the page comes alive.
 */
function hintCompilation(root: string, folder: string): void {
  const manifest = readFileSync(join(root, ".next", "build-manifest.json"), "utf8");
  for (const file of buildManifestSchema.parse(JSON.parse(manifest)).rootMainFiles) {
    const script = join(folder, file);
    writeFileSync(script, COMPILE_AHEAD + readFileSync(script, "utf8"));
  }
}

/** Puts a Brotli twin beside every script and style; lib/platform/http/precompressed-statics.ts hands them out. */
function compressStatics(folder: string): void {
  const files = filesIn(folder).filter((file) => Object.keys(PRECOMPRESSED_TYPES).includes(extname(file)));
  for (const file of files) writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
}

/** Hash of names and contents, so that neither a fresh checkout's dates nor a touched file cause a build. */
export function sourceFingerprint(root: string): string {
  const hash = createHash("sha256");
  const files = [
    ...SOURCE_FOLDERS.flatMap((folder) => filesIn(join(root, folder))),
    ...SOURCE_FILES.map((file) => join(root, file)),
  ];
  for (const file of files) {
    if (!existsSync(file)) continue;
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
