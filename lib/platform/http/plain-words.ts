import type { z } from "zod";

/**
 * What a person is told of an issue whose schema has no words of its own: the field and what it takes. For the
 * `error` of zod's `safeParse`; a schema's own message goes before it.
 */
export function plainWords(issue: z.core.$ZodRawIssue): string {
  const path = issue.path ?? [];
  const name = path.length > 0 ? path.join(".") : "The input";
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `${name} is missing: ${wanted(issue.expected)}.`
        : `${name} is of the wrong kind: ${wanted(issue.expected)}.`;
    case "invalid_value":
      return `${name} is none of the possible values: give ${anyOf(issue.values)}.`;
    case "invalid_union":
      return Array.isArray(issue.options)
        ? `${name} is none of the possible values: give ${anyOf(issue.options)}.`
        : `${name} fits nothing that is possible here: compare it with a working request.`;
    case "too_big":
      return `${name} is too ${long(issue.origin)}: give at most ${issue.maximum}${unit(issue.origin)}.`;
    case "too_small":
      return `${name} is too ${short(issue.origin)}: give at least ${issue.minimum}${unit(issue.origin)}.`;
    case "unrecognized_keys":
      return `${name} has fields that are not known here: leave out ${anyOf(issue.keys)}.`;
    default:
      return `${name} is not written as it should be: correct it and try again.`;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: "give one text",
  number: "give a number",
  int: "give a whole number",
  boolean: "give true or false",
  array: "give a list",
  object: "give a JSON object",
};

function wanted(expected: string): string {
  return KINDS[expected] ?? "correct it and try again";
}

function anyOf(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(String(value))).join(" or ");
}

function long(origin: string): string {
  return origin === "string" ? "long" : "large";
}

function short(origin: string): string {
  return origin === "string" ? "short" : "small";
}

function unit(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " entries" : "";
}
