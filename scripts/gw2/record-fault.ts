/** Why a record was refused, in words for the player. */
import type { z } from "zod";

export interface RecordFault {
  /** Path of the field at fault, such as `gear.Helm.stat`; `record` for the record as a whole. */
  readonly field: string;
  /** What is wrong with it and what to give instead. */
  readonly message: string;
}

/** The first fault zod found, with the message the schema gave or the one of `messageOfIssue`. */
export function faultOfIssues(issues: readonly z.core.$ZodIssue[]): RecordFault {
  const [issue] = issues;
  return { field: fieldOf(issue?.path ?? []), message: issue?.message ?? "was not understood; see --help" };
}

/** Says what to give, for fields whose schema has no message of its own (the error map of a parse). */
export function messageOfIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `${isAbsent(issue.input) ? "is missing; give" : "must be"} ${wordOf(issue.expected)}${insteadOf(issue.input)}`;
    case "invalid_value":
      return `must be one of ${issue.values.map(String).join(", ")}${insteadOf(issue.input)}`;
    case "too_small":
      return issue.origin === "array"
        ? `needs ${issue.minimum} entries`
        : `must be at least ${issue.minimum}${insteadOf(issue.input)}`;
    case "too_big":
      return issue.origin === "array"
        ? `takes ${issue.maximum} entries at most`
        : `must be at most ${issue.maximum}${insteadOf(issue.input)}`;
    case "unrecognized_keys":
      return `has no field "${(issue.keys[0] ?? "").slice(0, MOST_CHARACTERS)}"; take it out, see --help for those there are`;
    default:
      return "was not understood; see --help for what belongs here";
  }
}

/** Path as players write it: `sigils[1]`, `gear.Helm.stat`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "") || "record";
}

const WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object with fields",
  record: "an object with fields",
};

function wordOf(expected: string): string {
  return WORDS[expected] ?? expected;
}

function isAbsent(input: unknown): boolean {
  return input === undefined;
}

const MOST_CHARACTERS = 60;

function insteadOf(input: unknown): string {
  if (isAbsent(input)) return "";
  if (Array.isArray(input)) return ", not a list";
  if (typeof input === "object" && input !== null) return ", not an object";
  const text = JSON.stringify(input) ?? String(input);
  return `, not ${text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text}`;
}
