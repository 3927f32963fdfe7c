/** What the record-by-record sub commands share: reading JSON Lines or a JSON file, writing JSON Lines, exit codes. */
import { createReadStream } from "node:fs";
import { z } from "zod";
import { type Calculated, fail } from "#lib/engine/failures.ts";
import { err, type Result } from "#lib/shared/result.ts";
import { piecesOf, tryJson } from "./input-stream.ts";
import { faultOfIssues, messageOfIssue, type RecordFault } from "./record-fault.ts";

/** 0: every record answered. 1: some records refused. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

export interface CommandStreams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

export const PROCESS_STREAMS: CommandStreams = {
  stdin: process.stdin,
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
};

export interface RecordCommand<Schema extends z.ZodType> {
  readonly name: string;
  readonly help: string;
  readonly schema: Schema;
  /** The answer without the id. `note` tells on standard error what a player should know about it. */
  readonly answer: (record: z.infer<Schema>, note: (text: string) => void) => Calculated<object>;
}

/** A record's own id; what has none is called by its position in the answer. */
export const recordId = z.union([z.string(), z.number()], { error: "must be a text or a number" }).nullish();

/**
 * Runs a command over every record of a file (`-` or nothing: standard input) and writes one line per record: its answer,
 * or its id and why it was refused.
 */
export async function runRecordCommand<Schema extends z.ZodType>(
  command: RecordCommand<Schema>,
  args: readonly string[],
  streams: CommandStreams = PROCESS_STREAMS,
): Promise<ExitCode> {
  if (args.includes("--help") || args.includes("-h")) {
    streams.stdout(command.help);
    return 0;
  }
  const [path = "-", ...rest] = args;
  const unknown = [path, ...rest].find((arg) => arg.startsWith("-") && arg !== "-") ?? rest[0];
  if (unknown !== undefined) {
    streams.stderr(`gw2 ${command.name}: unexpected argument "${unknown}". Try: gw2 ${command.name} --help`);
    return 2;
  }
  let code: ExitCode = 0;
  try {
    for await (const record of recordsOf(path === "-" ? streams.stdin : createReadStream(path))) {
      if (!answerRecord(command, record, streams)) code = 1;
    }
  } catch (error) {
    if (!isReadError(error)) throw error;
    streams.stderr(`gw2 ${command.name}: cannot read ${path}: ${error.message}`);
    return 2;
  }
  return code;
}

/** Records as they arrive: of a JSON document, or one of each line. */
async function* recordsOf(
  stream: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<RawRecord, void, undefined> {
  for await (const piece of piecesOf(stream)) {
    if (piece.kind === "document") yield* recordsOfDocument(piece.json);
    else yield recordOfLine(piece.text, piece.number);
  }
}

/** An error of the file system (no such file, a folder). */
export function isReadError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

export interface RawRecord {
  /** How messages call it until its id is known: `record 3` or `line 3`. */
  readonly position: string;
  readonly value: unknown;
  readonly syntaxError?: string;
}

/** Of a text: a JSON array, an object with `records` or `cases`, one object, or one JSON object per line. */
export function parseRecords(input: string): readonly RawRecord[] {
  const whole = tryJson(input);
  if (whole.ok) return recordsOfDocument(whole.json);
  return input
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === "" ? [] : [recordOfLine(line, index + 1)]));
}

function recordsOfDocument(json: unknown): readonly RawRecord[] {
  const list = listOf(json);
  return list.map((value, index) => ({
    position: list.length === 1 ? "record" : `record ${index + 1}`,
    value,
  }));
}

function recordOfLine(line: string, number: number): RawRecord {
  const parsed = tryJson(line);
  const position = `line ${number}`;
  return parsed.ok
    ? { position, value: parsed.json }
    : { position, value: undefined, syntaxError: parsed.message };
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null) {
    for (const key of ["records", "cases"]) {
      const list: unknown = Reflect.get(value, key);
      if (Array.isArray(list)) return list;
    }
  }
  return [value];
}

/** Writes the answer, or why there is none; returns whether there is one. */
function answerRecord<Schema extends z.ZodType>(
  command: RecordCommand<Schema>,
  record: RawRecord,
  streams: CommandStreams,
): boolean {
  const name = nameOf(record);
  const answer = answerOf(command, record, (text) =>
    streams.stderr(`gw2 ${command.name}: ${name}: note: ${text}`),
  );
  if (!answer.ok) {
    refuseRecord(command.name, record, name, answer.error, streams);
    return false;
  }
  streams.stdout(JSON.stringify({ id: idOf(record), ...answer.value }));
  return true;
}

function answerOf<Schema extends z.ZodType>(
  command: RecordCommand<Schema>,
  record: RawRecord,
  note: (text: string) => void,
): Result<object, RecordFault> {
  if (record.syntaxError !== undefined) return err(notJson(record.syntaxError));
  const parsed = command.schema.safeParse(record.value, { error: messageOfIssue });
  return parsed.success ? command.answer(parsed.data, note) : err(faultOfIssues(parsed.error.issues));
}

/** The fault of a line that is no JSON; `syntaxError` says where. */
export function notJson(syntaxError: string): RecordFault {
  return {
    field: "record",
    message: `not JSON: ${syntaxError}. Write one JSON object per line, or one list.`,
  };
}

/** Writes `{"id", "error": {"message", "field"}}` in place of the answer, and the same for people on standard error. */
export function refuseRecord(
  command: string,
  record: RawRecord,
  name: string,
  { field, message }: RecordFault,
  streams: CommandStreams,
): void {
  const text = clipped(message);
  streams.stdout(JSON.stringify({ id: idOf(record), error: { message: text, field: clipped(field) } }));
  const isSaid = text.startsWith("not JSON") || text.startsWith(field);
  streams.stderr(`gw2 ${command}: ${name}: ${isSaid ? text : `${clipped(field)}: ${text}`}`);
}

/** What an answer is found by: the record's own id as it was given, else its position. */
export function idOf({ position, value }: RawRecord): string | number {
  return ownIdOf(value) ?? position;
}

function ownIdOf(value: unknown): string | number | undefined {
  const id: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "id") : undefined;
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}

function nameOf({ position, value }: RawRecord): string {
  const id = ownIdOf(value);
  return id === undefined ? position : `${position} (${id})`;
}

/** Refuses numbers of a record whose result is beyond what a number can be. */
export const TOO_LARGE = fail(
  "INVALID_NUMBER",
  "record",
  "Its numbers are too large to calculate with. Check amounts, counts and target.",
);

/** A message may quote what was given, which may be long. */
const MOST_CHARACTERS = 400;

function clipped(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

/** Rounds to six decimals, as published reference values are. */
export function sixDecimals(value: number): number {
  return Number(value.toFixed(6)) + 0;
}
