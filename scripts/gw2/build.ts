/** `gw2 build`: whether the game allows a build, and everything that is known of it. */
import { gameData } from "#lib/builds/game-data.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { type ReportData, reportData } from "#lib/builds/report-data.ts";
import { GAME_MODES, type GameMode, gameMode } from "#lib/shared/game.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { checkAnswer, showAnswer } from "./build-answers.ts";
import { type BuildRefusal, inputOf, readBuild } from "./build-input.ts";
import { inputsOfArguments, inputsOfStream, type LinkInput } from "./link-input.ts";
import { type CommandStreams, type ExitCode, PROCESS_STREAMS } from "./record-command.ts";

const HELP = `Usage: gw2 build check [--mode pve|wvw|pvp] [build...]
       gw2 build show [--mode pve|wvw|pvp] [build...]

A build is one of: a chat link of the game ("[&DQ...=]"), a loadout code, the address of a build with a link or code in
it ("https://.../build?code=..."), or a loadout as a JSON object (also {"id", "loadout"}, {"id", "link"} or
{"id", "code"}). Without arguments standard input is read: one build per line, or a JSON list of them.
--mode  calculates for this mode; else that of the loadout or address, and PvE for chat links.

check   writes {"id" or "input", "ok", "warnings", "findings": [{"code", "severity", "slot", "message", "mend"}]} per
        build. Errors are what the game does not allow; warnings are unusual but allowed.
show    writes the findings and, unrounded: attributes (hero panel, and in combat by scenario) with the contributions
        that add up to them, damage, survival and healing with their factors, what +1 and +5 points are worth
        (marginal), effects that act or not, support (boons, healing, control and so on), notModelled, unknown, sources.
        damage.source says where damage is from: template (a measured rotation), estimate (from the loadout's own
        skills; damage.estimate has method, assumptions, skills and what is not counted) or none. Without figures for
        the mode (PvP) refusal says why and the numbers are null.
A build that cannot be read gives {"id" or "input", "ok": false, "error": {"code", "field", "message", "mend"}}.

Exit codes: 0 all builds read, and for check all legal, for show all calculated; 1 some were not; 2 the command was not
understood.`;

interface BuildCommand {
  readonly answer: (loadout: Loadout, data: ReportData) => Answer;
  readonly mode: GameMode | undefined;
  readonly operands: readonly string[];
}

interface Answer {
  readonly body: object;
  /** What failed about a build that could be read, for standard error; null if nothing did. */
  readonly failure: string | null;
}

export async function runBuild(
  args: readonly string[],
  streams: CommandStreams = PROCESS_STREAMS,
): Promise<ExitCode> {
  const parsed = parseArguments(args);
  if (!parsed.ok) {
    streams.stderr(`gw2 build: ${parsed.error}. Try: gw2 build --help`);
    return 2;
  }
  if (parsed.value === "help") {
    streams.stdout(HELP);
    return 0;
  }
  const { operands } = parsed.value;
  const inputs = operands.length > 0 ? inputsOfArguments(operands) : inputsOfStream(streams.stdin);
  let exitCode: ExitCode = 0;
  for await (const input of inputs) {
    if (!answerInput(input, parsed.value, streams)) exitCode = 1;
  }
  return exitCode;
}

/** Writes the answer to one input and returns whether all is well with it. */
function answerInput(
  { position, value }: LinkInput,
  { answer, mode }: BuildCommand,
  streams: CommandStreams,
): boolean {
  const { id, text } = inputOf(value);
  const name = id === undefined ? { input: text ?? position } : { id };
  const where = id === undefined ? position : `${position} (${id})`;
  const read = readBuild(value, mode);
  if (!read.ok) {
    streams.stdout(JSON.stringify({ ...name, ok: false, error: read.error }));
    streams.stderr(`gw2 build: ${where}: ${refusalText(read.error)}`);
    return false;
  }
  const { loadout, warnings } = read.value;
  const { body, failure } = answer(loadout, reportData(gameData().catalog));
  streams.stdout(JSON.stringify({ ...name, warnings, ...body }));
  for (const warning of warnings) streams.stderr(`gw2 build: ${where}: note: ${warning}`);
  if (failure !== null) streams.stderr(`gw2 build: ${where}: ${failure}`);
  return failure === null;
}

function refusalText({ field, message, mend }: BuildRefusal): string {
  return [...(field ? [`${field}:`] : []), message, mend].join(" ");
}

function check(loadout: Loadout, data: ReportData): Answer {
  const body = checkAnswer(loadout, data);
  const errors = body.findings.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const failure = first
    ? `not allowed (${errors.length}): ${first.slot}: ${first.message} ${first.mend}`
    : null;
  return { body, failure };
}

function show(loadout: Loadout, data: ReportData): Answer {
  const body = showAnswer(loadout, data);
  return { body, failure: body.refusal && `not calculated: ${body.refusal.field}: ${body.refusal.message}` };
}

function parseArguments(args: readonly string[]): Result<BuildCommand | "help", string> {
  const words: string[] = [];
  let mode: GameMode | undefined;
  let isRest = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (isRest || !arg.startsWith("-") || arg === "-") words.push(arg);
    else if (arg === "--") isRest = true;
    else if (arg === "--help" || arg === "-h") return ok("help");
    else if (arg === "--mode" || arg.startsWith("--mode=")) {
      const given = arg === "--mode" ? args[++at] : arg.slice("--mode=".length);
      mode = gameMode(given);
      if (mode === undefined) return err(`--mode must be one of ${GAME_MODES.join(", ")}`);
    } else return err(`unknown option "${arg}"`);
  }
  const [action, ...given] = words;
  const operands = given.length === 1 && given[0] === "-" ? [] : given;
  if (action === "check") return ok({ answer: check, mode, operands });
  if (action === "show") return ok({ answer: show, mode, operands });
  return err(action === undefined ? "say check or show" : `there is no "${action}"; say check or show`);
}
