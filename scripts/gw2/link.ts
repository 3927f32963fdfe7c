/** `gw2 link`: chat links to JSON and back, one per line. */
import { type BuildLinkWarning, noteWarnings } from "#lib/catalog/chat-links/build-link-warning.ts";
import { encodeChatLink, readBuildLink, readChatLink } from "#lib/catalog/chat-links/chat-link.ts";
import { chatLinkError } from "#lib/catalog/chat-links/chat-link-error.ts";
import { buildLinkRecord } from "#lib/catalog/chat-links/link-record.ts";
import { parseLinkRecord } from "#lib/catalog/chat-links/parse-link-record.ts";
import { resolveBuildLink } from "#lib/catalog/chat-links/resolve-build-link.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { loadBuildLinkData } from "./link-data.ts";
import { inputsOfArguments, inputsOfStream, type LinkInputValue } from "./link-input.ts";
import { type CommandStreams, type ExitCode, PROCESS_STREAMS } from "./record-command.ts";

const HELP = `Usage: gw2 link decode [--build] [code...]
       gw2 link encode [record...]

decode  reads chat links of the game ("[&DQ...=]"; brackets may be missing, text may surround them) and writes one
        JSON object per link. A build template: profession, specializations, skills (palette ids), traitIds, skillIds,
        pets or legends, weapons, weaponTypes, skillVariants, byteLength; 0 is an empty slot, null an unknown id, and
        "warnings" stands there when something is unknown or uncertain. Other links: {"type", ...}.
        --build  accept build template links only.
encode  reads such objects and writes the links. Ids derived from others (traitIds, skillIds, ...) are ignored.

Without arguments both read standard input: one per line (blank lines are skipped), as plain text or JSON, or one
JSON list. An object with "code" (decode) or "expected" (encode) stands for that member. Every input gives one line:
what cannot be read gives {"error": {"code", "message", "mend"}} and a message on standard error.

Exit codes: 0 all right, 1 some input was refused, 2 the command was not understood.`;

/** A `ChatLinkError`, a `LinkRecordError` or one of them read back. */
interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}

interface Answer {
  readonly line: string;
  /** For standard error. */
  readonly remarks: readonly string[];
}

type Convert = (value: LinkInputValue) => Result<Answer, Refusal>;

export async function runLink(
  args: readonly string[],
  streams: CommandStreams = PROCESS_STREAMS,
): Promise<ExitCode> {
  const parsed = parseArguments(args);
  if (!parsed.ok) {
    streams.stderr(`gw2 link: ${parsed.error}. Try: gw2 link --help`);
    return 2;
  }
  if (parsed.value === "help") {
    streams.stdout(HELP);
    return 0;
  }
  const { convert, operands } = parsed.value;
  const inputs = operands.length > 0 ? inputsOfArguments(operands) : inputsOfStream(streams.stdin);
  let exitCode: ExitCode = 0;
  for await (const { position, value } of inputs) {
    const answer = convert(value);
    if (answer.ok) {
      streams.stdout(answer.value.line);
      for (const remark of answer.value.remarks) streams.stderr(`gw2 link: ${position}: note: ${remark}`);
    } else {
      streams.stdout(JSON.stringify({ error: answer.error }));
      streams.stderr(`gw2 link: ${position}: ${answer.error.message} ${answer.error.mend}`);
      exitCode = 1;
    }
  }
  return exitCode;
}

interface LinkCommand {
  readonly convert: Convert;
  readonly operands: readonly string[];
}

function parseArguments(args: readonly string[]): Result<LinkCommand | "help", string> {
  const end = args.indexOf("--");
  const head = end === -1 ? args : args.slice(0, end);
  const options = head.filter((arg) => arg.startsWith("-"));
  const [action, ...operands] = [
    ...head.filter((arg) => !arg.startsWith("-")),
    ...(end === -1 ? [] : args.slice(end + 1)),
  ];
  if (options.includes("--help") || options.includes("-h")) return ok("help");
  const buildOnly = options.includes("--build");
  const unknown = options.find((option) => option !== "--build" || action === "encode");
  if (unknown !== undefined) return err(`unknown option "${unknown}"`);
  if (action === "decode") return ok({ convert: (value) => decode(value, buildOnly), operands });
  if (action === "encode") return ok({ convert: encode, operands });
  return err(action === undefined ? "say decode or encode" : `there is no "${action}"; say decode or encode`);
}

function decode(value: LinkInputValue, buildOnly: boolean): Result<Answer, Refusal> {
  const code = codeOf(value);
  if (code === undefined) return err(chatLinkError({ code: "no-link" }));
  const reading = buildOnly ? readBuildLink(code) : readChatLink(code);
  if (!reading.ok) return reading;
  const { notes, byteLength } = reading.value;
  const link = "build" in reading.value ? reading.value : reading.value.link;
  const warnings = noteWarnings(notes);
  if (!("build" in link)) return ok({ line: JSON.stringify(link), remarks: messages(warnings) });
  const resolved = resolveBuildLink(link.build, loadBuildLinkData());
  const record = buildLinkRecord(link.build, resolved, { byteLength, warnings });
  return ok({ line: JSON.stringify(record), remarks: messages([...warnings, ...resolved.warnings]) });
}

function encode(value: LinkInputValue): Result<Answer, Refusal> {
  const record = value.kind === "json" ? (memberOf(value.json, "expected") ?? value.json) : undefined;
  const refusal = memberOf(record, "error");
  if (isRefusal(refusal)) return err(refusal);
  const link = parseLinkRecord(record);
  return link.ok ? ok({ line: encodeChatLink(link.value), remarks: [] }) : link;
}

function messages(warnings: readonly BuildLinkWarning[]): string[] {
  return warnings.map(({ message }) => message);
}

function codeOf(value: LinkInputValue): string | undefined {
  if (value.kind === "text") return value.text;
  const code = memberOf(value.json, "code") ?? value.json;
  return typeof code === "string" ? code : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** A line that `decode` could not read keeps its place and its reason. */
function isRefusal(value: unknown): value is Refusal {
  return ["code", "message", "mend"].every((key) => typeof memberOf(value, key) === "string");
}
