/**
 * Runs `scripts/<name>.ts` on the Node 24 that `npm ci` brings, whatever Node is installed:
 * `node scripts/run.mjs start`. Plain JavaScript, because an older Node has to understand this file.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const OLDEST_INSTALLED = [20, 0];
/** From here on Node runs TypeScript by itself. */
const OLDEST_RUNNING = [22, 18];
const COMES_WITH_PROJECT = [24, 0];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = "", ...rest] = process.argv.slice(2);
const script = join(root, "scripts", `${name}.ts`);
const version = process.versions.node;
const bundledNode = join(
  root,
  "node_modules",
  `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

if (!atLeast(OLDEST_INSTALLED)) {
  refuse(
    `GW2Optimizer needs Node ${OLDEST_INSTALLED[0]} or newer, this is Node ${version}: see https://nodejs.org`,
  );
} else if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(script)) {
  refuse("Usage: node scripts/run.mjs <name of a file in scripts/, such as start> [arguments]");
} else if (!existsSync(join(root, "node_modules"))) {
  refuse("The packages are not installed: run `npm ci` first.");
} else if (atLeast(COMES_WITH_PROJECT)) {
  await runHere();
} else if (existsSync(bundledNode)) {
  runWith(bundledNode);
} else if (atLeast(OLDEST_RUNNING)) {
  await runHere();
} else {
  refuse(
    `No Node comes with \`npm ci\` for ${process.platform}-${process.arch}: ` +
      `GW2Optimizer needs Node ${OLDEST_RUNNING.join(".")} or newer here, this is Node ${version}.`,
  );
}

/** @param {number[]} wanted major and minor */
function atLeast([major, minor]) {
  const [ownMajor, ownMinor] = version.split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** @param {string} line */
function refuse(line) {
  console.error(line);
  process.exitCode = 1;
}

async function runHere() {
  process.argv.splice(1, 2, script);
  await import(pathToFileURL(script).href);
}

/**
 * The script gets the terminal and its Ctrl-C directly; signals sent to this process alone are passed on.
 * @param {string} node
 */
function runWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), name, ...rest], {
    // The channel tells the script when this process is gone, also after kill -9.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("error", (error) => refuse(`Node could not be started from node_modules: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
  });
}
