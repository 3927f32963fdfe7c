/**
 * `npm run measure:engine`: size of the engine as a browser gets it: everything in `lib/engine` bundled for browsers,
 * minified and compressed, without game data. Ends with 1 above the limit or if something else gets pulled in.
 */
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const LIMIT_BYTES = 60 * 1024;
const root = join(import.meta.dirname, "..");
const engine = join(root, "lib", "engine");

const entries = await readdir(engine, { recursive: true, withFileTypes: true });
const modules = entries
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/[\\/](testing|fixtures)[\\/]/.test(path))
  .sort();
const { outputFiles, metafile } = await build({
  stdin: {
    contents: modules.map((path, index) => `export * as m${index} from ${JSON.stringify(path)};`).join("\n"),
    resolveDir: root,
  },
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  write: false,
  metafile: true,
  logLevel: "error",
});
const code = outputFiles[0]?.contents ?? new Uint8Array();
const gzipped = gzipSync(code, { level: 9 }).length;
const foreign = Object.keys(metafile.inputs)
  .map((path) => relative(root, join(root, path)))
  .filter((path) => path !== "<stdin>" && !/^lib[\\/](engine|shared)[\\/]/.test(path));
console.log(
  `${modules.length} modules: ${kib(code.length)} minified, ${kib(gzipped)} gzip, ${kib(brotliCompressSync(code).length)} brotli (limit ${kib(LIMIT_BYTES)} gzip)`,
);
if (foreign.length > 0) console.error(`Not of the engine: ${foreign.join(", ")}`);
process.exitCode = gzipped > LIMIT_BYTES || foreign.length > 0 ? 1 : 0;

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
