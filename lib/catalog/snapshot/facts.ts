import type { GameMode } from "#lib/shared/game.ts";
import { GAME_MODES } from "#lib/shared/game.ts";
import type { TraitId } from "#lib/shared/ids.ts";
import {
  COMBO_FIELDS,
  COMBO_FINISHERS,
  CONTROLS,
  type Control,
  type Fact,
  factSchema,
  type TraitedFact,
  traitedFactSchema,
} from "../schema.ts";
import { compact } from "./compact.ts";
import type { RawFact } from "./raw.ts";
import type { ReportProblem } from "./report.ts";
import { attributeFromApi, labelOf, statusName } from "./words.ts";

/** A fact's own figures before they are checked; the schema has the last word. */
type Figures = Record<string, unknown> & { readonly kind: string };

/** What normalising one list of facts gives. */
export interface NormalFacts {
  readonly facts: Fact[];
  /** Where each raw fact went: index in `facts`, or undefined when it was left out. */
  readonly indexOf: readonly (number | undefined)[];
}

/** Normalises a list; a fact that cannot be read is reported and left out, the others stay. */
export function normaliseFacts(raw: readonly RawFact[] | undefined, report: ReportProblem): NormalFacts {
  const facts: Fact[] = [];
  const indexOf = (raw ?? []).map((fact, position) => {
    const normal = normaliseFact(fact, (problem) => report(`facts.${position}: ${problem}`));
    return normal && facts.push(normal) - 1;
  });
  return { facts, indexOf };
}

/** Facts that need a trait; `overrides` follows the facts that were left out of the list. */
export function normaliseTraitedFacts(
  raw: readonly RawFact[] | undefined,
  base: NormalFacts,
  report: ReportProblem,
): TraitedFact[] {
  return (raw ?? []).flatMap((fact, position) => {
    const say: ReportProblem = (problem) => report(`traited_facts.${position}: ${problem}`);
    const figures = readFigures(fact);
    if (figures === undefined) return [];
    const target = numberOf(fact, "overrides");
    const parsed = traitedFactSchema.safeParse(
      compact({
        ...figures,
        ...readMarks(fact),
        trait: fact.requires_trait as TraitId,
        overrides: target === undefined ? undefined : base.indexOf[target],
      }),
    );
    if (parsed.success) return [parsed.data];
    say(problemOf(fact, parsed.error.issues));
    return [];
  });
}

export function normaliseFact(raw: RawFact, report: ReportProblem): Fact | undefined {
  const figures = readFigures(raw);
  if (figures === undefined) return undefined;
  const parsed = factSchema.safeParse(compact({ ...figures, ...readMarks(raw) }));
  if (parsed.success) return parsed.data;
  report(problemOf(raw, parsed.error.issues));
  return undefined;
}

function problemOf(raw: RawFact, issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const first = issues[0];
  const field = first?.path.join(".") || "type";
  return `${raw.type ?? "no type"} "${raw.text ?? ""}": ${field}: ${first?.message ?? "unreadable"}`;
}

/** Undefined for a fact without any content (an empty BuffArray). */
function readFigures(raw: RawFact): Figures | undefined {
  const label = labelOf(raw.text);
  switch (raw.type) {
    case "Damage":
      return {
        kind: "damage",
        hits: numberOf(raw, "hit_count") ?? 1,
        coefficient: numberOf(raw, "dmg_multiplier"),
        total: raw._total === true ? true : undefined,
        label: label === "Damage" ? undefined : label,
      };
    case "Buff":
      return readBuff(raw, label);
    case "PrefixedBuff":
      return readPrefixedBuff(raw, label);
    case "Recharge":
      return { kind: "recharge", seconds: numberOf(raw, "value"), label };
    case "Range":
      return { kind: "range", distance: numberOf(raw, "value"), label };
    case "Distance":
    case "Radius":
      return readDistance(raw, label);
    case "Time":
    case "Duration":
      return readTime(raw, label);
    case "Number":
      return readNumber(raw, label);
    case "Percent":
    case undefined:
      return { kind: "percent", percent: numberOf(raw, "percent") ?? numberOf(raw, "value"), label };
    case "AttributeAdjust":
      return readAttribute(raw, label);
    case "HealingAdjust":
      return { kind: "healingHits", hits: numberOf(raw, "hit_count"), label };
    case "BuffConversion":
    case "AttributeConversion":
      return {
        kind: "conversion",
        from: attributeFromApi(String(raw.source)) ?? raw.source,
        to: attributeFromApi(String(raw.target)) ?? raw.target,
        percent: numberOf(raw, "percent"),
      };
    case "ComboField":
      return { kind: "comboField", field: oneOf(COMBO_FIELDS, raw.field_type) };
    case "ComboFinisher":
      return {
        kind: "comboFinisher",
        finisher: oneOf(COMBO_FINISHERS, raw.finisher_type),
        percent: numberOf(raw, "percent") ?? numberOf(raw, "chance"),
      };
    case "StunBreak":
      return { kind: "stunBreak" };
    case "Unblockable":
      return { kind: "unblockable" };
    case "NoData":
      return readFlag(raw, label);
    case "BuffArray":
      return undefined;
    default:
      return { kind: raw.type, label };
  }
}

function buffFigures(raw: RawFact) {
  return {
    status: typeof raw.status === "string" ? statusName(raw.status) : undefined,
    stacks: numberOf(raw, "apply_count") ?? 1,
    seconds: numberOf(raw, "duration"),
  };
}

function readBuff(raw: RawFact, label: string | undefined): Figures {
  const buff = buffFigures(raw);
  const control = controlIn(buff.status ?? label);
  if (control && (buff.status === undefined || buff.status.toLowerCase() === control)) {
    return { kind: "control", control, seconds: buff.seconds, label: controlLabel(label, control) };
  }
  if (buff.status === undefined) return { kind: "flag", label: label ?? "Effect" };
  return { kind: "buff", ...buff, label };
}

/** Without a status of its own it only says that something holds under the prefix. */
function readPrefixedBuff(raw: RawFact, label: string | undefined): Figures {
  const prefix = prefixOf(raw);
  if (raw.status === undefined && prefix !== undefined) return { kind: "flag", label: prefix };
  return { kind: "prefixedBuff", prefix, ...buffFigures(raw), label };
}

function prefixOf(raw: RawFact): string | undefined {
  const { prefix } = raw;
  if (typeof prefix !== "object" || prefix === null) return undefined;
  return "status" in prefix && typeof prefix.status === "string" ? prefix.status : undefined;
}

function readDistance(raw: RawFact, label: string | undefined): Figures {
  const distance = numberOf(raw, "distance") ?? numberOf(raw, "value");
  const control = controlIn(label);
  if (control) return { kind: "control", control, distance, label: controlLabel(label, control) };
  return distance === undefined ? { kind: "flag", label } : { kind: "distance", distance, label };
}

function readTime(raw: RawFact, label: string | undefined): Figures {
  const seconds = numberOf(raw, "duration") ?? numberOf(raw, "value");
  const control = controlIn(label);
  if (control) return { kind: "control", control, seconds, label: controlLabel(label, control) };
  return seconds === undefined ? { kind: "flag", label } : { kind: "time", seconds, label };
}

function readNumber(raw: RawFact, label: string | undefined): Figures {
  const percent = typeof raw.value === "string" ? /^(-?[\d.]+)%$/.exec(raw.value)?.[1] : undefined;
  if (percent !== undefined) return { kind: "percent", percent: Number(percent), label };
  const value = numberOf(raw, "value");
  const control = controlIn(label);
  if (control) return { kind: "control", control, distance: value, label: controlLabel(label, control) };
  return { kind: "number", value, label };
}

/**
 * The API has one type for attribute points, healing, barrier and life siphon; its text tells them apart. Points
 * of healing power come without a text (traits).
 */
function readAttribute(raw: RawFact, label: string | undefined): Figures {
  const amount = numberOf(raw, "value");
  const amounts = { amount, coefficient: numberOf(raw, "_coefficient"), label };
  const target = String(raw.target);
  if (target === "Healing" && label !== undefined && !/^healing power/i.test(label)) {
    if (/percent/i.test(label)) return { kind: "percent", percent: amount, label };
    return { kind: /barrier/i.test(label) ? "barrier" : "heal", ...amounts };
  }
  if (target === "Power" && label !== undefined && /siphon|life steal|^damage while/i.test(label)) {
    return { kind: "siphon", ...amounts };
  }
  const attribute = attributeFromApi(target);
  if (attribute === undefined) return { kind: "number", value: amount, label };
  return { kind: "attribute", attribute, value: amount, label: label === "Attribute" ? undefined : label };
}

function readFlag(raw: RawFact, label: string | undefined): Figures {
  if (typeof raw.status === "string") return readBuff(raw, label);
  if (raw.text === "Breaks Stun") return { kind: "stunBreak" };
  if (raw.text === "Unblockable") return { kind: "unblockable" };
  const control = controlIn(label);
  return control
    ? { kind: "control", control, label: controlLabel(label, control) }
    : { kind: "flag", label };
}

const CONTROL_WORD = new RegExp(`\\b(${CONTROLS.join("|")})(?: distance| duration)?$`, "i");
/** Labels that end on a control word but name another figure. */
const NOT_CONTROL = /missile launch|radius and/i;

/** The control effect that a label names: "Level 1 stun", "Knockback Distance", not "Launch Interval". */
function controlIn(label: string | undefined): Control | undefined {
  if (label === undefined || NOT_CONTROL.test(label)) return undefined;
  const word = CONTROL_WORD.exec(label)?.[1]?.toLowerCase();
  return CONTROLS.find((control) => control === word);
}

function controlLabel(label: string | undefined, control: Control): string | undefined {
  return label?.toLowerCase() === control ? undefined : label;
}

function readMarks(raw: RawFact) {
  return {
    actor: raw._actor,
    modes: modesOf(raw._modes),
    unconfirmed: raw._unconfirmed === true ? true : undefined,
    source: typeof raw._src === "string" ? raw._src : undefined,
    variant: raw._variant,
    applications: raw._applications,
  };
}

function modesOf(value: unknown): GameMode[] | undefined {
  return Array.isArray(value) ? GAME_MODES.filter((mode) => value.includes(mode)) : undefined;
}

function numberOf(raw: RawFact, key: string): number | undefined {
  const value = raw[key];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function oneOf<T extends string>(words: readonly T[], value: unknown): T | unknown {
  return words.find((word) => word === value) ?? value;
}
