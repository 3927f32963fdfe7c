import { type Fact, type FactKind, type ModeFacts, STRIKE_WEAPONS } from "../schema.ts";
import { compact, nonEmpty } from "./compact.ts";
import { normaliseFacts } from "./facts.ts";
import type { RawBalanceSplit, RawModeSplit } from "./raw.ts";
import type { ReportProblem } from "./report.ts";
import { statusName } from "./words.ts";

/** PvE facts and the lists of the other modes of one skill or trait. */
export interface SplitFacts {
  readonly facts: Fact[];
  readonly modes: { wvw?: ModeFacts; pvp?: ModeFacts } | undefined;
}

/** Amounts and coefficients that the sources list apart from the facts, for instance strikes by label. */
type Listed = readonly { readonly text: string; readonly coefficient?: number; readonly value?: number }[];

/**
 * Joins the PvE list with the differences known for each mode.
 *
 * A `complete` WvW list replaces the PvE one; other data only changes it. The wiki's lists give a strike's total
 * over all hits, all healing under one label, and never a recharge, control, a property without a figure or a
 * fact bound to an attunement: those are kept from PvE and marked as assumed.
 */
export function applySplit(base: readonly Fact[], split: RawBalanceSplit, report: ReportProblem): SplitFacts {
  const facts = withPve(base, split, report);
  const sources = split._sources ?? [];
  const wvw = split.modes.wvw && modeList(facts, split.modes.wvw, sources, (p) => report(`wvw.${p}`));
  const pvp = split.modes.pvp && modeList(facts, split.modes.pvp, sources, (p) => report(`pvp.${p}`));
  return { facts, modes: wvw || pvp ? compact({ wvw, pvp }) : undefined };
}

/** Kinds on which the wiki's complete lists are silent. */
const SILENT_KINDS: ReadonlySet<FactKind> = new Set([
  "recharge",
  "control",
  "flag",
  "prefixedBuff",
  "attribute",
]);

function modeList(
  base: readonly Fact[],
  split: RawModeSplit,
  sources: readonly string[],
  report: ReportProblem,
): ModeFacts | undefined {
  const stated = normaliseFacts(split.facts, report).facts;
  const extra = {
    amounts: [...(split.healing ?? []), ...(split.barrier ?? [])],
    durations: split.buff_durations ?? {},
  };
  const own = withCoefficients(stated, extra.amounts);
  if (split.complete === true) {
    const kept = base.flatMap((fact, index) => (SILENT_KINDS.has(fact.kind) ? [index] : []));
    const open = base.flatMap((fact, index) => (SILENT_KINDS.has(fact.kind) ? [] : [index]));
    const matched = matchFacts(base, open, labelStrikes(own, split.damage ?? []));
    return compact({
      basis: "stated" as const,
      facts: inBaseOrder([...kept, ...matched]),
      assumed: nonEmpty(kept),
      sources: [...sources],
    });
  }
  return adjust(base, own, split, sources);
}

/** The PvE list with single changes; undefined when nothing is changed. */
function adjust(
  base: readonly Fact[],
  own: readonly Fact[],
  split: RawModeSplit,
  sources: readonly string[],
): ModeFacts | undefined {
  const strikes = strikesOf(split.damage ?? []);
  const others = strikes.length > 0 ? own.filter((fact) => fact.kind !== "damage") : own;
  const amounts = own.some(isAmount) ? [] : amountsOf(split);
  const matched = matchFacts(
    base,
    base.map((_, index) => index),
    [...strikes, ...others, ...amounts],
  );
  const changed = new Map<number, Fact>();
  const added: (number | Fact)[] = [];
  for (const entry of matched) {
    if (typeof entry === "number") continue;
    if (entry.replaces === undefined) added.push(entry);
    else changed.set(entry.replaces, entry);
  }
  const statedKinds = new Set(matched.flatMap((entry) => (typeof entry === "number" ? [] : [entry.kind])));
  const confirmed = new Set(matched.filter((entry) => typeof entry === "number"));
  const list = base.flatMap((fact, index): (number | Fact)[] => {
    const change = changed.get(index);
    if (change) return [change];
    const duration = isBuff(fact) ? durationFor(split, fact.status) : undefined;
    if (duration === "omit") return [];
    if (duration !== undefined && isBuff(fact)) {
      return duration === fact.seconds ? [index] : [{ ...fact, seconds: duration, replaces: index }];
    }
    if (confirmed.has(index)) return [index];
    return isSummed(fact) && statedKinds.has(fact.kind) ? [] : [index];
  });
  const same =
    list.length === base.length && list.every((entry) => typeof entry === "number") && added.length === 0;
  return same ? undefined : { basis: "adjusted", facts: [...list, ...added], sources: [...sources] };
}

/** Newer PvE figures of healing: the same amount gains its coefficient, a single other amount is renewed. */
function withPve(base: readonly Fact[], split: RawBalanceSplit, report: ReportProblem): Fact[] {
  const stated = normaliseFacts(split.modes.pve?.facts, report).facts.filter(isAmount);
  const facts = [...base];
  const left: Fact[] = [];
  for (const fact of stated) {
    const index = facts.findIndex(
      (old) => isAmount(old) && old.amount === fact.amount && old.coefficient === undefined,
    );
    const old = facts[index];
    if (old && isAmount(old)) facts[index] = compact({ ...old, coefficient: fact.coefficient });
    else if (!facts.some((known) => isAmount(known) && known.amount === fact.amount)) left.push(fact);
  }
  const open = facts.flatMap((fact, index) =>
    isAmount(fact) && fact.coefficient === undefined ? [index] : [],
  );
  const [fact] = left;
  if (fact && isAmount(fact) && left.length === 1) {
    const [index] = open;
    const old = index === undefined ? undefined : facts[index];
    const source = split._sources?.[0];
    if (open.length === 0 && !facts.some(isAmount)) facts.push(compact({ ...fact, source }));
    else if (index !== undefined && open.length === 1 && old && isAmount(old)) {
      facts[index] = compact({ ...old, amount: fact.amount, coefficient: fact.coefficient, source });
    }
  }
  return withStrikeWeapons(facts, split);
}

/** The class of weapon strength, where all modes agree on one per strike. */
function withStrikeWeapons(facts: Fact[], split: RawBalanceSplit): Fact[] {
  const listed = [split.modes.pve, split.modes.wvw, split.modes.pvp].flatMap((mode) => mode?.damage ?? []);
  const weapons = new Set(listed.map((strike) => strike.weapon));
  const [weapon] = weapons;
  const known = STRIKE_WEAPONS.find((word) => word === weapon);
  if (weapons.size !== 1 || known === undefined) return facts;
  return facts.map((fact) => (fact.kind === "damage" ? compact({ ...fact, weapon: known }) : fact));
}

function strikesOf(listed: NonNullable<RawModeSplit["damage"]>): Fact[] {
  return listed.map(({ text, coefficient, weapon }) =>
    compact({
      kind: "damage" as const,
      hits: 1,
      coefficient,
      total: true as const,
      weapon: STRIKE_WEAPONS.find((word) => word === weapon),
      label: text === "Damage" ? undefined : text,
    }),
  );
}

/** The labelled strikes in place of a complete list's nameless ones, when both come to the same sum. */
function labelStrikes(facts: readonly Fact[], listed: NonNullable<RawModeSplit["damage"]>): Fact[] {
  const total = facts.reduce((sum, fact) => sum + (fact.kind === "damage" ? fact.coefficient : 0), 0);
  const labelled = strikesOf(listed);
  const same = Math.abs(total - listed.reduce((sum, strike) => sum + strike.coefficient, 0)) < 0.005;
  return same && labelled.length > 0
    ? [...labelled, ...facts.filter((fact) => fact.kind !== "damage")]
    : [...facts];
}

function withCoefficients(facts: readonly Fact[], amounts: Listed): Fact[] {
  return facts.map((fact) => {
    if (!isAmount(fact) || fact.coefficient !== undefined) return fact;
    const found = amounts.find((amount) => amount.value === fact.amount);
    return found?.coefficient === undefined ? fact : { ...fact, coefficient: found.coefficient };
  });
}

function amountsOf(split: RawModeSplit): Fact[] {
  const read = (kind: "heal" | "barrier", listed: Listed | undefined): Fact[] =>
    (listed ?? []).flatMap(({ text, value, coefficient }) =>
      value === undefined ? [] : [compact({ kind, amount: value, coefficient, label: text })],
    );
  return [...read("heal", split.healing), ...read("barrier", split.barrier)];
}

/**
 * Pairs facts of a mode with the PvE facts they stand for. Equal facts become the PvE index; others name it in
 * `replaces`. Amounts of healing first by the amount; then all by identity (kind, status, label), in order; then
 * strikes and healing, whose labels differ between sources, by position when as many are left on both sides.
 */
function matchFacts(base: readonly Fact[], open: readonly number[], own: readonly Fact[]): (number | Fact)[] {
  const free = new Set(open);
  const result: (number | Fact | undefined)[] = own.map((fact) => {
    if (!isAmount(fact)) return undefined;
    const index = [...free].find((candidate) => sameAmount(base[candidate], fact));
    if (index !== undefined) free.delete(index);
    return index === undefined ? undefined : standFor(fact, index, base[index]);
  });
  own.forEach((fact, at) => {
    if (result[at] !== undefined) return;
    const index = [...free].find((candidate) => identity(base[candidate]) === identity(fact));
    if (index !== undefined) free.delete(index);
    if (index !== undefined) result[at] = standFor(fact, index, base[index]);
  });
  for (const kind of ["damage", "heal", "barrier", "siphon"] as const) {
    const unmatched = own.flatMap((fact, at) => (result[at] === undefined && fact.kind === kind ? [at] : []));
    const left = [...free].filter((index) => base[index]?.kind === kind);
    if (unmatched.length !== left.length) continue;
    unmatched.forEach((at, order) => {
      const fact = own[at];
      const index = left[order];
      if (fact && index !== undefined) result[at] = standFor(fact, index, base[index]);
    });
  }
  return result.map((entry, at) => entry ?? own[at]).filter((entry) => entry !== undefined);
}

/** The PvE index when nothing differs, else the fact with the hits, label and other traits of the one it replaces. */
function standFor(fact: Fact, index: number, old: Fact | undefined): number | Fact {
  if (old === undefined) return fact;
  if (fact.kind === "damage" && old.kind === "damage") {
    if (sameFigure(strikeTotal(fact), strikeTotal(old)) && old.modes === undefined) return index;
    const perHit = fact.total && !old.total ? round(fact.coefficient / old.hits) : fact.coefficient;
    const { total: _, modes: __, source: ___, unconfirmed: ____, ...kept } = old;
    const total = fact.total && old.total ? (true as const) : undefined;
    return compact({
      ...kept,
      weapon: fact.weapon ?? old.weapon,
      coefficient: perHit,
      total,
      replaces: index,
    });
  }
  if (old.modes === undefined && figuresOf(fact) === figuresOf(old)) return index;
  const label = isAmount(fact) ? (old.label ?? fact.label) : (fact.label ?? old.label);
  return compact({ ...fact, label, actor: old.actor, replaces: index });
}

/** What makes two facts "the same line of the tooltip". */
function identity(fact: Fact | undefined): string {
  if (fact === undefined) return "";
  switch (fact.kind) {
    case "buff":
      return `buff ${fact.status}`;
    case "attribute":
      return `attribute ${fact.attribute} ${fact.label ?? ""}`;
    case "conversion":
      return `conversion ${fact.from} ${fact.to}`;
    default:
      return `${fact.kind} ${fact.label ?? ""}`;
  }
}

/** The figures alone: marks and the labels that sources word differently do not count. */
function figuresOf(fact: Fact): string {
  const {
    label: _,
    source: __,
    replaces: ___,
    unconfirmed: ____,
    modes: _____,
    variant: ______,
    ...figures
  } = fact;
  if (figures.kind === "comboFinisher") return `finisher ${figures.finisher}`;
  if (figures.kind === "heal" || figures.kind === "barrier" || figures.kind === "siphon") {
    return `${figures.kind} ${figures.amount} ${figures.coefficient ?? ""}`;
  }
  return JSON.stringify(Object.entries(figures).toSorted(([a], [b]) => a.localeCompare(b)));
}

function inBaseOrder(entries: readonly (number | Fact)[]): (number | Fact)[] {
  const place = (entry: number | Fact): number =>
    typeof entry === "number" ? entry : (entry.replaces ?? Number.MAX_SAFE_INTEGER);
  return entries.toSorted((a, b) => place(a) - place(b));
}

type Amount = Extract<Fact, { kind: "heal" | "barrier" | "siphon" }>;

function sameAmount(old: Fact | undefined, fact: Amount): boolean {
  return old?.kind === fact.kind && old.amount === fact.amount && old.modes === undefined;
}

function isAmount(fact: Fact): fact is Amount {
  return fact.kind === "heal" || fact.kind === "barrier" || fact.kind === "siphon";
}

/** Facts that add up, so that an old one beside a new one of the other wording would count twice. */
function isSummed(fact: Fact): boolean {
  return fact.kind === "damage" || isAmount(fact);
}

function isBuff(fact: Fact): fact is Extract<Fact, { kind: "buff" }> {
  return fact.kind === "buff";
}

function durationFor(split: RawModeSplit, status: string): number | "omit" | undefined {
  const found = Object.entries(split.buff_durations ?? {}).find(([word]) => statusName(word) === status);
  return found?.[1];
}

function strikeTotal(fact: Extract<Fact, { kind: "damage" }>): number {
  return fact.hits * fact.coefficient;
}

/** Sources round totals to two or three places. */
function sameFigure(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.0051;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
