import { createHash } from "node:crypto";
import {
  CATALOG_KINDS,
  CATALOG_SCHEMA_VERSION,
  type CatalogData,
  type CatalogManifest,
  type CatalogSource,
  type Fact,
} from "../schema.ts";
import { knownGaps } from "./known-gaps.ts";
import type { RawSources } from "./raw.ts";

/** The manifest of a catalogue: what is in it, where it is from and what is missing. */
export function makeManifest(
  data: CatalogData,
  files: ReadonlyMap<string, string>,
  about: RawSources,
): CatalogManifest {
  const sources = countedSources(data, about.sources);
  const dates = Object.values(sources)
    .flat()
    .map((source) => source.date)
    .toSorted();
  return {
    schema: CATALOG_SCHEMA_VERSION,
    language: "en",
    gameBuild: about.gameBuild ?? null,
    dataDate: dates.at(-1) ?? null,
    counts: Object.fromEntries(CATALOG_KINDS.map((kind) => [kind, data[kind].length])),
    sources,
    gaps: [...knownGaps(data), ...(about.gaps ?? [])],
    carriedOver: about.carriedOver ?? [],
    contentHash: contentHash(files),
  };
}

/** SHA-256 over names and texts of all files, in order of name. */
export function contentHash(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [name, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(name).update("\0").update(text).update("\0");
  }
  return hash.digest("hex");
}

/** One gap, source or carried-over entry a line, so that a change can be read in a diff. */
export function manifestText(manifest: CatalogManifest): string {
  const list = (entries: readonly unknown[]) =>
    entries.length === 0
      ? "[]"
      : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
  const { sources, gaps, carriedOver, ...rest } = manifest;
  const head = Object.entries(rest).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const sourceLines = Object.entries(sources).map(
    ([kind, entries]) => `    ${JSON.stringify(kind)}: ${JSON.stringify(entries)}`,
  );
  const body = [
    ...head,
    `  "sources": {\n${sourceLines.join(",\n")}\n  }`,
    `  "gaps": ${list(gaps)}`,
    `  "carriedOver": ${list(carriedOver)}`,
  ];
  return `{\n${body.join(",\n")}\n}\n`;
}

type Sources = Record<string, CatalogSource[]>;

/** The described sources with the number of records that name their code; codes without description are kept. */
function countedSources(data: CatalogData, described: RawSources["sources"]): Sources {
  const used: Readonly<Record<string, Map<string, number>>> = {
    skills: countCodes(data.skills.map((skill) => skillCodes(skill.factsSource, skill.facts))),
    items: countCodes(data.items.map((item) => (item.source ? [item.source] : []))),
    splits: countCodes(
      [...data.skills, ...data.traits, ...data.traitSkills].map((record) => [
        ...(record.modes?.wvw?.sources ?? []),
        ...(record.modes?.pvp?.sources ?? []),
      ]),
    ),
  };
  const kinds = [...new Set([...Object.keys(described), ...Object.keys(used)])].toSorted();
  const entries = kinds.map((kind): [string, CatalogSource[]] => {
    const counts = used[kind] ?? new Map<string, number>();
    const known = described[kind] ?? [];
    const unknown = [...counts.keys()].filter((code) => !known.some((source) => source.code === code));
    const all = [...known, ...unknown.toSorted().map((code) => ({ code, name: code, date: dateIn(code) }))];
    return [
      kind,
      all.map((source) => {
        const records = counts.get(source.code);
        return records === undefined ? source : { ...source, records };
      }),
    ];
  });
  return Object.fromEntries(entries.filter(([, list]) => list.length > 0));
}

function skillCodes(listSource: string | undefined, facts: readonly Fact[]): string[] {
  return [...(listSource?.split("+") ?? []), ...facts.flatMap((fact) => (fact.source ? [fact.source] : []))];
}

/** Records per code; a record counts once for each code. */
function countCodes(records: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const codes of records) {
    for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** "wiki-pve-2026-07" is of 2026-07. */
function dateIn(code: string): string {
  return /\d{4}-\d{2}(?:-\d{2})?/.exec(code)?.[0] ?? "";
}
