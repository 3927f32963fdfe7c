import { factsOfKind, numberOf, type SupportFact } from "./facts.ts";
import type { SupportSource } from "./input.ts";
import type { Targets } from "./output.ts";
import { statusNamed } from "./statuses.ts";

/** Allies a boon reaches by default, you included. Guild Wars 2 Wiki "Boon", 2026. */
export const DEFAULT_ALLIES = 5;

/**
 * Whom the boons, healing and cleansing of a source reach. Stated: by the catalogue, or by "Number of Allied Targets".
 * Inferred: a source without a radius and without a number of targets is for you alone; one that harms nobody and has a
 * radius or a number of targets is for allies. What harms foes as well has unknown targets, because "Number of Targets"
 * may speak of them.
 */
export function targetsOf({ alliedTargets, facts }: Pick<SupportSource, "alliedTargets" | "facts">): Targets {
  if (alliedTargets === "self") return { kind: "self", basis: "stated" };
  const stated = alliedTargets ?? numberOf(facts, "Number of Allied Targets");
  if (stated !== null && stated !== undefined) return { kind: "allies", count: stated, basis: "stated" };
  const number = numberOf(facts, "Number of Targets");
  const reaches = number !== undefined || factsOfKind(facts, "distance").some(isRadius);
  if (!reaches) return { kind: "self", basis: "inferred" };
  const count = number ?? DEFAULT_ALLIES;
  return facts.some(harms)
    ? { kind: "unknown", mostAllies: Math.min(count, DEFAULT_ALLIES) }
    : { kind: "allies", count, basis: "inferred" };
}

/** Targets of one line, whose label may say "self" or "ally". */
export function targetsOfLine(label: string | undefined, ofSource: Targets): Targets {
  if (label === undefined) return ofSource;
  if (/\bself\b|\bpersonal\b/i.test(label)) return { kind: "self", basis: "stated" };
  const forAllies = /\b(ally|allies|allied|area)\b/i.test(label);
  if (forAllies && ofSource.kind === "unknown") {
    return { kind: "allies", count: ofSource.mostAllies, basis: "inferred" };
  }
  return ofSource;
}

/**
 * Chance 0 to 1 that a certain other player among `groupSize` players in range (you included) is reached, if targets
 * are chosen evenly and you always are one.
 */
export function partyFactor(count: number, groupSize: number): number {
  if (groupSize <= 1) return 0;
  return Math.max(0, Math.min(count, groupSize) - 1) / (groupSize - 1);
}

function isRadius(fact: { readonly label?: string | undefined }): boolean {
  return /radius/i.test(fact.label ?? "");
}

function harms(fact: SupportFact): boolean {
  switch (fact.kind) {
    case "damage":
      return true;
    case "control":
      return !/\bself\b/i.test(fact.label ?? "");
    case "buff":
    case "prefixedBuff":
      return statusNamed(fact.status)?.kind === "condition";
    default:
      return false;
  }
}
