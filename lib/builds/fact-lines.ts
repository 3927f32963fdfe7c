import type { Fact } from "#lib/catalog/schema.ts";
import { attributeName } from "#lib/engine/attribute-names.ts";
import { assertNever } from "#lib/shared/assert-never.ts";
import type { FactLine } from "./view.ts";

const BOONS = new Set([
  "Aegis",
  "Alacrity",
  "Fury",
  "Might",
  "Protection",
  "Quickness",
  "Regeneration",
  "Resistance",
  "Resolution",
  "Stability",
  "Swiftness",
  "Vigor",
]);

const CONDITIONS = new Set([
  "Bleeding",
  "Blinded",
  "Burning",
  "Chilled",
  "Confusion",
  "Crippled",
  "Fear",
  "Immobile",
  "Poisoned",
  "Slow",
  "Taunt",
  "Torment",
  "Vulnerability",
  "Weakness",
]);

/** Words for the facts of a skill or trait, one line each, in the order of the game. Recharge comes first. */
export function factLines(facts: readonly Fact[]): FactLine[] {
  const lines = facts.filter((fact) => !fact.repeated).map((fact) => ({ fact, line: factLine(fact) }));
  const recharges = lines.filter(({ fact }) => fact.kind === "recharge");
  const others = lines.filter(({ fact }) => fact.kind !== "recharge");
  return [...recharges, ...others].map(({ fact, line }) => withMarks(fact, line));
}

/** A number with at most three decimals, without trailing zeros, as tooltips print it. */
export function figure(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export function secondsText(seconds: number): string {
  return `${figure(seconds)} s`;
}

function factLine(fact: Fact): FactLine {
  switch (fact.kind) {
    case "damage":
      return plain(fact.label ?? "Damage coefficient", damageText(fact), "damage");
    case "buff":
      return plain(fact.status, buffText(fact), statusTone(fact.status));
    case "prefixedBuff":
      return plain(`${fact.prefix}: ${fact.status}`, buffText(fact), statusTone(fact.status));
    case "recharge":
      return plain("Recharge", secondsText(fact.seconds));
    case "range":
      return plain("Range", figure(fact.distance));
    case "distance":
      return plain(fact.label ?? "Distance", figure(fact.distance));
    case "number":
      return plain(fact.label ?? "Number", figure(fact.value));
    case "percent":
      return plain(fact.label ?? "Percentage", `${figure(fact.percent)} %`);
    case "time":
      return plain(fact.label ?? "Time", secondsText(fact.seconds));
    case "heal":
      return plain(fact.label ?? "Healing", scaled(fact.amount, fact.coefficient, "Healing Power"));
    case "barrier":
      return plain(fact.label ?? "Barrier", scaled(fact.amount, fact.coefficient, "Healing Power"));
    case "siphon":
      return plain(fact.label ?? "Life siphon", scaled(fact.amount, fact.coefficient, "Power"), "damage");
    case "healingHits":
      return plain(fact.label ?? "Healing", `${fact.hits} ×`);
    case "attribute":
      return plain(attributeName(fact.attribute) ?? fact.attribute, signed(fact.value));
    case "conversion":
      return plain(
        `${attributeName(fact.to) ?? fact.to} from ${attributeName(fact.from) ?? fact.from}`,
        `${figure(fact.percent)} %`,
      );
    case "comboField":
      return plain("Combo field", fact.field, "combo");
    case "comboFinisher":
      return plain("Combo finisher", finisherText(fact), "combo");
    case "control":
      return plain(fact.label ?? sentenceCase(fact.control), controlText(fact), "control");
    case "stunBreak":
      return plain("Breaks stun", "yes", "control");
    case "unblockable":
      return plain("Unblockable", "yes");
    case "flag":
      return plain(fact.label ?? "Special", "yes");
    default:
      return assertNever(fact);
  }
}

/** What the source knows beyond the figure: whose it is, in which variant, how sure it is. */
function withMarks(fact: Fact, line: FactLine): FactLine {
  const marks = [
    fact.actor === "summon" && "summoned",
    fact.actor === "phantasm" && "phantasm",
    fact.variant,
    fact.alternative && "another value of it",
    fact.inferred && "mode inferred",
    fact.unconfirmed && "from 2023, not confirmed since",
  ].filter(Boolean);
  const times = fact.applications && fact.applications > 1 ? ` (${fact.applications} times)` : "";
  return {
    ...line,
    label: marks.length > 0 ? `${line.label} (${marks.join("; ")})` : line.label,
    value: `${line.value}${times}`,
  };
}

function plain(label: string, value: string, tone: FactLine["tone"] = "plain"): FactLine {
  return { label, value, tone };
}

function damageText(fact: Extract<Fact, { kind: "damage" }>): string {
  return fact.hits > 1
    ? `${figure(fact.hits * fact.coefficient)} (${fact.hits} × ${figure(fact.coefficient)})`
    : figure(fact.coefficient);
}

function buffText(fact: { stacks: number; seconds?: number | undefined }): string {
  const duration = fact.seconds ? secondsText(fact.seconds) : "";
  const stacks = fact.stacks > 1 ? `${fact.stacks} ×` : "";
  return [stacks, duration].filter(Boolean).join(" ") || "yes";
}

function scaled(amount: number, coefficient: number | undefined, attribute: string): string {
  return coefficient ? `${figure(amount)} + ${figure(coefficient)} × ${attribute}` : figure(amount);
}

function finisherText(fact: Extract<Fact, { kind: "comboFinisher" }>): string {
  return fact.percent !== undefined && fact.percent < 100
    ? `${fact.finisher} (${figure(fact.percent)} %)`
    : fact.finisher;
}

function controlText(fact: Extract<Fact, { kind: "control" }>): string {
  if (fact.seconds) return secondsText(fact.seconds);
  return fact.distance ? figure(fact.distance) : "yes";
}

function statusTone(status: string): FactLine["tone"] {
  if (BOONS.has(status)) return "boon";
  return CONDITIONS.has(status) ? "condition" : "plain";
}

function signed(value: number): string {
  return value > 0 ? `+${figure(value)}` : figure(value);
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
