/** Reads what `gw2 link` is given: arguments or standard input, plain lines or JSON in several shapes. */

/** One thing to decode or encode. */
export interface LinkInput {
  /** How messages call it: "line 3", "argument 1", "record 2". */
  readonly position: string;
  readonly value: LinkInputValue;
}

export type LinkInputValue =
  /** A line that is no JSON: a code, or text around one. */
  { readonly kind: "text"; readonly text: string } | { readonly kind: "json"; readonly json: unknown };

export function inputsOfArguments(args: readonly string[]): LinkInput[] {
  return args.map((text, index) => ({ position: `argument ${index + 1}`, value: parseInput(text) }));
}

/**
 * One input per line that is not blank, each plain text, a JSON string or a JSON object; or one JSON document
 * with a list of them (or a single object over several lines).
 */
export function inputsOfText(text: string): LinkInput[] {
  const input = text.replace(/^\ufeff/, "");
  return (
    inputsOfDocument(input) ??
    input
      .split(/\r\n|\n|\r/)
      .map((line, index) => ({ position: `line ${index + 1}`, line: line.trim() }))
      .filter(({ line }) => line !== "")
      .map(({ position, line }) => ({ position, value: parseInput(line) }))
  );
}

/** A code starts with `[&`, a JSON list never does. */
function inputsOfDocument(input: string): LinkInput[] | undefined {
  const start = input.trimStart();
  const isList = start.startsWith("[") && !start.startsWith("[&");
  const isLongObject = /^\{\s*\n/.test(start);
  if (!isList && !isLongObject) return undefined;
  const document = tryJson(input);
  if (document === undefined) return undefined;
  const list: readonly unknown[] = Array.isArray(document.json) ? document.json : [document.json];
  return list.map((json, index) => ({ position: `record ${index + 1}`, value: { kind: "json", json } }));
}

function parseInput(text: string): LinkInputValue {
  const json = /^\s*["{]/.test(text) ? tryJson(text) : undefined;
  return json === undefined ? { kind: "text", text } : { kind: "json", ...json };
}

function tryJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
