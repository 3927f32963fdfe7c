import { type Fact, type FactKind, type ModeFacts, STRIKE_WEAPONS, type StrikeWeapon } from "../schema.ts";
import { compact, nonEmpty } from "./compact.ts";
import { isAmount, isSummed } from "./fact-identity.ts";
import { normaliseFacts } from "./facts.ts";
import { matchFacts } from "./match-facts.ts";
import type { RawBalanceSplit, RawModeSplit } from "./raw.ts";
import type { ReportProblem } from "./report.ts";
import { separateModes } from "./separate-modes.ts";
import { statusName } from "./words.ts";

/** PvE facts and the lists of the other modes of one skill or trait. */
export interface SplitFacts {
  readonly facts: Fact[];
  readonly modes: { wvw?: ModeFacts; pvp?: ModeFacts } | undefined;
}

/**
 * Joins the API's list with what other sources know for each mode; without a split only the lines that may be
 * another mode's are marked.
 *
 * A `complete` WvW list replaces the PvE one; other data only changes it. The wiki's lists give a strike's total
 * over all hits, all healing under one label, and never a recharge, control, a property without a figure or a
 * fact bound to an attunement: those are kept from PvE and marked as assumed.
 */
export function applySplit(
  listed: readonly Fact[],
  split: RawBalanceSplit | undefined,
  report: ReportProblem,
): SplitFacts {
  if (split === undefined) return joinModes(listed, { sources: [] });
  const { pve, wvw, pvp } = split.modes;
  return joinModes(listed, {
    pve: pve && statedFacts(pve, (problem) => report(`pve.${problem}`)),
    wvw: wvw && statedFacts(wvw, (problem) => report(`wvw.${problem}`)),
    pvp: pvp && statedFacts(pvp, (problem) => report(`pvp.${problem}`)),
    sources: split._sources ?? [],
    weapon: strikeWeapon(split),
  });
}

/** What sources other than the API state for one mode, as facts. */
export interface StatedFacts {
  readonly facts: readonly Fact[];
  /** The list is whole: what it does not have does not hold in the mode. */
  readonly complete: boolean;
  /** Durations by status, where the whole list is not known. */
  readonly durations: Readonly<Record<string, number | "omit">>;
}

export interface StatedModes {
  readonly pve?: StatedFacts | undefined;
  readonly wvw?: StatedFacts | undefined;
  readonly pvp?: StatedFacts | undefined;
  /** Codes of the sources. */
  readonly sources: readonly string[];
  /** Class of weapon strength of all strikes. */
  readonly weapon?: StrikeWeapon | undefined;
}

/** `applySplit` on facts that were read before. */
export function joinModes(listed: readonly Fact[], stated: StatedModes): SplitFacts {
  const { pve, wvw, pvp, sources, weapon } = stated;
  const separated = separateModes(listed, { wvw: wvw?.facts ?? [], pve: pve?.facts ?? [] });
  const facts = withWeapon(withPveAmounts(separated, pve?.facts ?? [], sources[0]), weapon);
  const modes = compact({
    wvw: wvw && modeList(facts, wvw, "wvw", sources),
    pvp: pvp && modeList(facts, pvp, "pvp", sources),
  });
  return { facts, modes: Object.keys(modes).length > 0 ? modes : undefined };
}

/** Strikes and healing that come apart from the list, by label, are put into it. */
function statedFacts(split: RawModeSplit, report: ReportProblem): StatedFacts {
  const listed = normaliseFacts(split.facts, report).facts;
  const amounts = amountsOf(split);
  const strikes = strikesOf(split.damage ?? []);
  const withAmounts = listed.some(isAmount) ? withCoefficients(listed, amounts) : [...listed, ...amounts];
  return {
    facts: split.complete ? labelStrikes(withAmounts, strikes) : preferStrikes(withAmounts, strikes),
    complete: split.complete === true,
    durations: split.buff_durations ?? {},
  };
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
  stated: StatedFacts,
  mode: "wvw" | "pvp",
  sources: readonly string[],
): ModeFacts | undefined {
  if (!stated.complete) return adjust(base, stated, mode, sources);
  const indexes = base.flatMap((fact, index) => (fact.repeated ? [] : [index]));
  const silent = (index: number) => SILENT_KINDS.has(base[index]?.kind ?? "flag");
  const kept = indexes.filter(silent);
  const matched = matchFacts(
    base,
    indexes.filter((index) => !silent(index)),
    stated.facts,
    mode,
  );
  return compact({
    basis: "stated" as const,
    facts: inBaseOrder([...kept, ...matched]),
    assumed: nonEmpty(kept),
    sources: [...sources],
  });
}

/** The PvE list with single changes; undefined when nothing is changed. */
function adjust(
  base: readonly Fact[],
  stated: StatedFacts,
  mode: "wvw" | "pvp",
  sources: readonly string[],
): ModeFacts | undefined {
  const open = base.flatMap((fact, index) => (fact.repeated ? [] : [index]));
  const matched = matchFacts(base, open, stated.facts, mode);
  const own = matched.filter((entry) => typeof entry !== "number");
  const changed = new Map(
    own.flatMap((fact) => (fact.replaces === undefined ? [] : [[fact.replaces, fact]])),
  );
  const added = own.filter((fact) => fact.replaces === undefined);
  const confirmed = new Set(matched.filter((entry) => typeof entry === "number"));
  const statedKinds = new Set(stated.facts.map((fact) => fact.kind));
  const list = base.flatMap((fact, index): (number | Fact)[] => {
    const change = changed.get(index);
    if (change) return [change];
    if (confirmed.has(index)) return [index];
    if (isSummed(fact) && statedKinds.has(fact.kind)) return [];
    return withDuration(fact, index, stated.durations);
  });
  const unchanged =
    added.length === 0 && list.length === base.length && list.every((entry) => typeof entry === "number");
  return unchanged ? undefined : { basis: "adjusted", facts: [...list, ...added], sources: [...sources] };
}

function withDuration(fact: Fact, index: number, durations: StatedFacts["durations"]): (number | Fact)[] {
  if (fact.kind !== "buff") return [index];
  const found = Object.entries(durations).find(([word]) => statusName(word) === fact.status)?.[1];
  if (found === undefined || found === fact.seconds) return [index];
  return found === "omit" ? [] : [{ ...fact, seconds: found, replaces: index }];
}

/** Newer PvE figures of healing: the same amount gains its coefficient, a single other amount is renewed. */
function withPveAmounts(base: readonly Fact[], stated: readonly Fact[], source: string | undefined): Fact[] {
  const facts = [...base];
  const left: Fact[] = [];
  for (const fact of stated.filter(isAmount)) {
    const index = facts.findIndex(
      (old) => inPve(old) && isAmount(old) && old.amount === fact.amount && old.coefficient === undefined,
    );
    const old = facts[index];
    if (old && isAmount(old)) facts[index] = compact({ ...old, coefficient: fact.coefficient });
    else if (!facts.some((known) => isAmount(known) && known.amount === fact.amount)) left.push(fact);
  }
  const [fact, ...more] = left;
  if (!fact || !isAmount(fact) || more.length > 0) return facts;
  const open = facts.flatMap((old, index) =>
    inPve(old) && isAmount(old) && old.coefficient === undefined ? [index] : [],
  );
  if (!facts.some(isAmount)) return [...facts, compact({ ...fact, source })];
  const [index] = open;
  const old = index === undefined ? undefined : facts[index];
  if (index === undefined || open.length > 1 || !old || !isAmount(old)) return facts;
  facts[index] = compact({ ...old, amount: fact.amount, coefficient: fact.coefficient, source });
  return facts;
}

function inPve(fact: Fact): boolean {
  return !fact.repeated && !fact.alternative && (fact.modes?.includes("pve") ?? true);
}

/** The class of weapon strength, where all modes agree on one. */
function strikeWeapon(split: RawBalanceSplit): StrikeWeapon | undefined {
  const listed = [split.modes.pve, split.modes.wvw, split.modes.pvp].flatMap((mode) => mode?.damage ?? []);
  const weapons = new Set(listed.map((strike) => strike.weapon));
  const [weapon] = weapons;
  return weapons.size === 1 ? STRIKE_WEAPONS.find((word) => word === weapon) : undefined;
}

function withWeapon(facts: Fact[], weapon: StrikeWeapon | undefined): Fact[] {
  if (weapon === undefined) return facts;
  return facts.map((fact) => (fact.kind === "damage" ? compact({ ...fact, weapon }) : fact));
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
function labelStrikes(facts: readonly Fact[], strikes: readonly Fact[]): Fact[] {
  const sum = (list: readonly Fact[]) =>
    list.reduce((total, fact) => total + (fact.kind === "damage" ? fact.coefficient : 0), 0);
  return strikes.length > 0 && Math.abs(sum(facts) - sum(strikes)) < 0.005
    ? preferStrikes(facts, strikes)
    : [...facts];
}

function preferStrikes(facts: readonly Fact[], strikes: readonly Fact[]): Fact[] {
  return strikes.length > 0 ? [...strikes, ...facts.filter((fact) => fact.kind !== "damage")] : [...facts];
}

function withCoefficients(facts: readonly Fact[], amounts: readonly Fact[]): Fact[] {
  return facts.map((fact) => {
    if (!isAmount(fact) || fact.coefficient !== undefined) return fact;
    const found = amounts.find((amount) => isAmount(amount) && amount.amount === fact.amount);
    return found && isAmount(found) ? compact({ ...fact, coefficient: found.coefficient }) : fact;
  });
}

function amountsOf(split: RawModeSplit): Fact[] {
  const read = (kind: "heal" | "barrier", listed: RawModeSplit["healing"]): Fact[] =>
    (listed ?? []).flatMap(({ text, value, coefficient }) =>
      value === undefined ? [] : [compact({ kind, amount: value, coefficient, label: text })],
    );
  return [...read("heal", split.healing), ...read("barrier", split.barrier)];
}

function inBaseOrder(entries: readonly (number | Fact)[]): (number | Fact)[] {
  const place = (entry: number | Fact): number =>
    typeof entry === "number" ? entry : (entry.replaces ?? Number.MAX_SAFE_INTEGER);
  return entries.toSorted((a, b) => place(a) - place(b));
}
