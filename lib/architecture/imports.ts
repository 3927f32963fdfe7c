import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** One import of a source file, as written. */
export interface ModuleImport {
  /** Path of the importing file from the project's root, with forward slashes. */
  readonly from: string;
  /** What is imported: a path from the root for our own files, else the package's or `node:` name. */
  readonly to: string;
  /** The text between the quotes. */
  readonly specifier: string;
  /** Erased before anything runs. */
  readonly typeOnly: boolean;
}

const CODE_FILE = /\.(ts|tsx|mts|mjs)$/;

/** Comments, or else the whole of an import; strings in other places are skipped by matching them first. */
const TOKENS = new RegExp(
  [
    /\/\*[\s\S]*?\*\//,
    /\/\/[^\n]*/,
    /`(?:\\[\s\S]|[^\\`])*`/,
    /(?:^|(?<=[\s;}]))(?:import|export)\s+(?<clause>(?:type\s+)?(?:[\w$]+|[{*])[^"'`;=()]*?)\sfrom\s*["'](?<from>[^"']+)["']/,
    /(?:^|(?<=[\s;}]))import\s*["'](?<effect>[^"']+)["']/,
    /\b(?:import|require)\(\s*["'](?<call>[^"']+)["']\s*\)/,
    /\bnew\s+URL\(\s*["'](?<worker>\.[^"']+\.[cm]?[jt]sx?)["']\s*,\s*import\.meta\.url\s*\)/,
    /"(?:\\.|[^\\"\n])*"/,
    /'(?:\\.|[^\\'\n])*'/,
  ]
    .map((part) => part.source)
    .join("|"),
  "gm",
);

/** All imports of a file: static, with side effects only, re-exported, dynamic, in types, and of worker files. */
export function importsOf(file: string, source: string): readonly ModuleImport[] {
  const found: ModuleImport[] = [];
  for (const { groups } of source.matchAll(TOKENS)) {
    const specifier = groups?.from ?? groups?.effect ?? groups?.call ?? groups?.worker;
    if (specifier === undefined) continue;
    found.push({
      from: file,
      to: resolveImport(file, specifier),
      specifier,
      typeOnly: isTypeOnly(groups?.clause),
    });
  }
  return found;
}

/** Every import of the code in these folders, tests included. */
export function importsIn(root: string, folders: readonly string[]): readonly ModuleImport[] {
  return sourceFiles(root, folders).flatMap((file) =>
    importsOf(file, readFileSync(join(root, file), "utf8")),
  );
}

/** Paths from the root of all code files in these folders, with forward slashes. */
export function sourceFiles(root: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && CODE_FILE.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .sort(),
  );
}

/** The source without comments and quoted strings, which only talk about code. */
export function codeOf(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^\\"\n])*"|'(?:\\.|[^\\'\n])*'/g, " ");
}

function isTypeOnly(clause: string | undefined): boolean {
  if (clause === undefined) return false;
  if (/^type\s/.test(clause)) return true;
  const names = /^\{(?<names>[\s\S]*)\}$/.exec(clause.trim())?.groups?.names;
  if (names === undefined) return false;
  const listed = names.split(",").map((name) => name.trim());
  return listed.filter(Boolean).length > 0 && listed.every((name) => name === "" || /^type\s/.test(name));
}

function resolveImport(file: string, specifier: string): string {
  if (specifier.startsWith(".")) return join(dirname(file), specifier).replaceAll("\\", "/");
  return specifier.startsWith("#") ? specifier.slice(1) : specifier;
}
