import type { GameMode } from "#lib/shared/game.ts";
import type { Fact } from "../schema.ts";
import { identity, isSummed, sameFigures } from "./fact-identity.ts";

/** What other sources state for one mode, to tell the API's lines apart by. */
export interface ModeEvidence {
  /** Facts of the WvW list; empty when there is none. */
  readonly wvw: readonly Fact[];
  /** Strikes and healing that the wiki states for PvE. */
  readonly pve: readonly Fact[];
}

/**
 * The API names no modes: where a figure is split it simply lists the line again, mostly in the order PvE, PvP,
 * WvW. (Of 146 pairs in traits whose WvW figure is known from the wiki, it is the second in 127.) This finds
 * such lines and marks them:
 *
 * - one that equals the only WvW figure of its line gets `modes: wvw`, the remaining first one `pve`, both
 *   `inferred`; with two equal ones PvP shares WvW's figure;
 * - a line that comes twice with equal figures, though the wiki has it once, is `repeated`;
 * - where nothing tells, all but the first are `alternative`: real second lines or another mode's.
 */
export function separateModes(facts: readonly Fact[], evidence: ModeEvidence): Fact[] {
  const result = [...facts];
  for (const group of linesOf(facts)) {
    for (const [index, marks] of marksFor(group, facts, evidence)) {
      const fact = result[index];
      if (fact) result[index] = { ...fact, ...marks };
    }
  }
  return result;
}

type Marks = Pick<Fact, "modes" | "inferred" | "repeated" | "alternative">;
type Marked = readonly [index: number, marks: Marks];

const UNSPLIT_KINDS: ReadonlySet<Fact["kind"]> = new Set([
  "comboField",
  "comboFinisher",
  "control",
  "flag",
  "prefixedBuff",
  "stunBreak",
  "unblockable",
]);

/** Indexes of facts that are the same line, for lines that come more than once. */
function linesOf(facts: readonly Fact[]): number[][] {
  const lines = new Map<string, number[]>();
  facts.forEach((fact, index) => {
    if (fact.modes || UNSPLIT_KINDS.has(fact.kind)) return;
    const key = identity(fact);
    lines.set(key, [...(lines.get(key) ?? []), index]);
  });
  return [...lines.values()].filter((line) => line.length > 1);
}

function marksFor(line: readonly number[], facts: readonly Fact[], evidence: ModeEvidence): Marked[] {
  const [firstIndex] = line;
  const first = firstIndex === undefined ? undefined : facts[firstIndex];
  if (first === undefined) return [];
  const equals = (index: number, stated: readonly Fact[]) =>
    stated.some((fact) => sameFigures(facts[index] ?? first, fact));
  const pve = line.filter((index) => equals(index, evidence.pve));
  if (pve.length === line.length) return [];
  const stated = evidence.wvw.filter((fact) => sameLine(fact, first));
  if (line.every((index) => equals(index, [first]))) return stated.length === 1 ? repeated(line) : [];
  const wvw = line.filter((index) => equals(index, stated));
  const sole = new Set(
    wvw.map((index) => stated.findIndex((fact) => sameFigures(facts[index] ?? first, fact))),
  );
  if (stated.length === 0 || wvw.length === 0) return alternatives(line, pve, facts);
  if (wvw.length === line.length) return [];
  if (!isSummed(first) && stated.length !== 1) return [];
  if (sole.size !== 1 || wvw.some((index) => pve.includes(index))) return alternatives(line, pve, facts);
  return splitLine(line, wvw, pve);
}

function sameLine(stated: Fact, first: Fact): boolean {
  return isSummed(first) ? stated.kind === first.kind : identity(stated) === identity(first);
}

function splitLine(line: readonly number[], wvw: readonly number[], pve: readonly number[]): Marked[] {
  const [own, ...again] = wvw;
  const rest = line.filter((index) => !wvw.includes(index));
  const holds = pve.find((index) => rest.includes(index)) ?? rest[0];
  const others = rest.filter((index) => index !== holds);
  const threeModes = wvw.length === 1 && others.length === 1;
  return [
    ...marked(own, { modes: again.length > 0 ? ["wvw", "pvp"] : ["wvw"], inferred: true }),
    ...again.flatMap((index) => marked(index, { repeated: true })),
    ...marked(holds, { modes: ["pve"] as [GameMode], inferred: true }),
    ...others.flatMap((index) =>
      marked(index, threeModes ? { modes: ["pvp"], inferred: true } : { alternative: true }),
    ),
  ];
}

function repeated(line: readonly number[]): Marked[] {
  return line.slice(1).flatMap((index) => marked(index, { repeated: true }));
}

/** All but the PvE line, else but the first; lines of equal figures are left alone. */
function alternatives(line: readonly number[], pve: readonly number[], facts: readonly Fact[]): Marked[] {
  const kept = pve[0] ?? line[0];
  const keptFact = kept === undefined ? undefined : facts[kept];
  return line.flatMap((index) => {
    const fact = facts[index];
    const differs = fact && keptFact && !sameFigures(fact, keptFact);
    return index !== kept && differs ? marked(index, { alternative: true }) : [];
  });
}

function marked(index: number | undefined, marks: Marks): Marked[] {
  return index === undefined ? [] : [[index, marks]];
}
