import { Readable } from "node:stream";
import type { CommandStreams, ExitCode } from "./record-command.ts";

type Command = (args: readonly string[], streams: CommandStreams) => Promise<ExitCode>;

export interface CommandOutcome {
  readonly exitCode: ExitCode;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** Runs a sub command in this process with text on its standard input. */
export async function runForTest(
  command: Command,
  args: readonly string[],
  input = "",
): Promise<CommandOutcome> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const exitCode = await command(args, {
    stdin: Readable.from([input]),
    stdout: (line) => stdout.push(line),
    stderr: (line) => stderr.push(line),
  });
  return { exitCode, stdout, stderr };
}

/** Objects of a JSON Lines text. */
export function objectsOf(lines: readonly string[]): Record<string, unknown>[] {
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}
