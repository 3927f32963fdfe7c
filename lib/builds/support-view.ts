import type { CapabilityEntry, EffectTotal, SupportOutput } from "#lib/engine/support/output.ts";
import { figure, secondsText } from "./fact-lines.ts";

/** What a build gives to itself and its group, in words for its page. */
export interface SupportView {
  /** Boons, auras and the like: what you have of it, what an average other player has. */
  readonly shared: readonly SharedRow[];
  /** Conditions on one target. */
  readonly conditions: readonly AmountRow[];
  /** Healing, barrier, cleansing, stripping and control, per second. */
  readonly rates: readonly RateRow[];
  /** Stun breaks, combo fields and other things that are counted, not summed. */
  readonly capabilities: readonly CapabilityRow[];
  readonly assumptions: readonly string[];
  readonly notKnown: readonly string[];
}

export interface UnfoldingRow {
  readonly name: string;
  /** Each source with its figures and the assumption for its frequency. */
  readonly entries: readonly { readonly label: string; readonly value: string }[];
}

export interface SharedRow extends UnfoldingRow {
  readonly kind: "boon" | "aura" | "fixedEffect";
  readonly self: string;
  readonly party: string;
}

export interface AmountRow extends UnfoldingRow {
  readonly text: string;
}

export interface RateRow extends UnfoldingRow {
  readonly self: string;
  /** Null where it does not go to allies. */
  readonly party: string | null;
}

export interface CapabilityRow {
  readonly name: string;
  readonly sources: readonly string[];
}

/** Baseline figures; where more is possible the higher figure follows in brackets. */
export function supportView(output: SupportOutput): SupportView {
  return {
    shared: [...output.boons, ...output.auras, ...output.fixedEffects].map(sharedRow),
    conditions: output.conditions.map((total) => ({
      name: total.name,
      text: range(total.uptime.baseline, total.uptime.potential, amountOf(total)),
      entries: total.entries.map((entry) => ({
        label: sourceText(entry),
        value: `${applied(entry)} ${perUse(entry)}`,
      })),
    })),
    rates: rates(output).filter(({ entries }) => entries.length > 0),
    capabilities: capabilities(output).filter(({ sources }) => sources.length > 0),
    assumptions: output.statements,
    notKnown: [...new Set(output.notKnown.map(({ text }) => text))],
  };
}

function sharedRow(total: EffectTotal): SharedRow {
  const { baseline, potential } = total.uptime;
  const format = amountOf(total);
  return {
    name: total.name,
    kind: total.kind,
    self: range(baseline.self, potential.self, format),
    party: range(baseline.party, potential.party, format),
    entries: total.entries.map((entry) => ({
      label: sourceText(entry),
      value: `${applied(entry)} ${perUse(entry)}`,
    })),
  };
}

function rates({ healing, barrier, cleanse, boonRemoval, control }: SupportOutput): RateRow[] {
  const perSecond = (value: number) => `${figure(Math.round(value * 100) / 100)} /s`;
  const shared = [
    { name: "Healing", total: healing },
    { name: "Barrier", total: barrier },
    { name: "Conditions removed", total: cleanse },
  ].map(({ name, total }) => ({
    name,
    self: range(total.perSecond.baseline.self, total.perSecond.potential.self, perSecond),
    party: range(total.perSecond.baseline.party, total.perSecond.potential.party, perSecond),
    entries: total.entries.map((entry) => ({ label: sourceText(entry), value: perSecond(entry.self) })),
  }));
  return [
    ...shared,
    {
      name: "Boons removed from a foe",
      self: range(boonRemoval.perSecond.baseline, boonRemoval.perSecond.potential, perSecond),
      party: null,
      entries: boonRemoval.entries.map((entry) => ({
        label: sourceText(entry),
        value: perSecond(entry.perSecond),
      })),
    },
    {
      name: "Defiance bar damage",
      self: range(control.perSecond.baseline, control.perSecond.potential, perSecond),
      party: null,
      entries: control.entries.map((entry) => ({
        label: sourceText(entry),
        value: `${figure(Math.round(entry.defianceDamage))} a use`,
      })),
    },
  ];
}

function capabilities(output: SupportOutput): CapabilityRow[] {
  const fields = Map.groupBy(output.comboFields, ({ field }) => field);
  const finishers = Map.groupBy(output.comboFinishers, ({ finisher }) => finisher);
  return [
    { name: "Stun breaks", sources: namesOf(output.stunBreaks) },
    {
      name: "Projectile defence",
      sources: output.projectileDefence.map((entry) => `${sourceText(entry)} (${entry.what})`),
    },
    { name: "Revive", sources: namesOf(output.revive) },
    ...[...fields].map(([field, entries]) => ({ name: `${field} field`, sources: namesOf(entries) })),
    ...[...finishers].map(([finisher, entries]) => ({
      name: `${finisher} finisher`,
      sources: namesOf(entries),
    })),
  ].map(({ name, sources }) => ({ name, sources: [...new Set(sources)] }));
}

function namesOf(entries: readonly CapabilityEntry[]): string[] {
  return entries.map(sourceText);
}

function sourceText({ source, note, marks }: CapabilityEntry): string {
  const remarks = [
    note,
    marks.includes("unconfirmed") && "from 2023",
    marks.includes("assumed") && "assumed from PvE",
  ];
  const shown = remarks.filter(Boolean);
  return shown.length > 0 ? `${source.name} (${shown.join("; ")})` : source.name;
}

function applied({ stacks, seconds }: { stacks: number; seconds: number }): string {
  return stacks > 1 ? `${figure(stacks)} × ${secondsText(seconds)}` : secondsText(seconds);
}

function perUse({ rechargeSeconds, counted }: CapabilityEntry): string {
  const every = rechargeSeconds === null ? "" : `every ${secondsText(rechargeSeconds)}`;
  return counted === "baseline" ? every : `${every} (possible)`.trim();
}

/** Stacks of might and stability, and of conditions that stack; a share of the time for all others. */
function amountOf({ stacking }: { stacking: "duration" | "intensity" }): (value: number) => string {
  return stacking === "intensity"
    ? (value) => `${figure(Math.round(value * 10) / 10)} stacks`
    : (value) => `${Math.round(value * 100)} %`;
}

function range(baseline: number, potential: number, format: (value: number) => string): string {
  const low = format(baseline);
  const high = format(potential);
  return low === high ? low : `${low} (up to ${high})`;
}
