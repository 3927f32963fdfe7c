import { GEAR_LIMITS } from "#lib/engine/gear/problem.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

export interface GearArguments {
  readonly isHelp: boolean;
  readonly files: readonly string[];
  /** Results wanted; absent: as many as the problem says. */
  readonly top?: number | undefined;
  /** Absent: as many as suit the problem. */
  readonly threads?: number | undefined;
  readonly timeLimitSeconds?: number | undefined;
}

const MOST_THREADS = 64;

/** Reads the arguments of `gw2 gear`. Fails with what is wrong, in one sentence. */
export function parseGearArguments(args: readonly string[]): Result<GearArguments, string> {
  const files: string[] = [];
  const numbers = new Map<string, number>();
  let isHelp = false;
  for (let at = 0; at < args.length; at++) {
    const [name = "", inline] = splitOption(args[at] ?? "");
    const rule = RULES[name];
    if (name === "--help" || name === "-h") isHelp = true;
    else if (rule === undefined && name.startsWith("-") && name !== "-")
      return err(`There is no option ${name}.`);
    else if (rule === undefined) files.push(name);
    else {
      const value = inline ?? args[++at];
      const number = value === undefined || value.trim() === "" ? Number.NaN : Number(value);
      if (!rule.accepts(number)) return err(`${name} takes ${rule.what}.`);
      numbers.set(name, number);
    }
  }
  if (files.length === 0 && !isHelp) return err("Name a file with a gear problem, or - for standard input.");
  return ok({
    isHelp,
    files,
    top: numbers.get("--top"),
    threads: numbers.get("--threads"),
    timeLimitSeconds: numbers.get("--time-limit"),
  });
}

const RULES: Readonly<Record<string, { what: string; accepts: (value: number) => boolean }>> = {
  "--top": {
    what: `a whole number from 1 to ${GEAR_LIMITS.results}`,
    accepts: (value) => Number.isInteger(value) && value >= 1 && value <= GEAR_LIMITS.results,
  },
  "--threads": {
    what: `a whole number from 1 to ${MOST_THREADS}`,
    accepts: (value) => Number.isInteger(value) && value >= 1 && value <= MOST_THREADS,
  },
  "--time-limit": {
    what: "a number of seconds above 0, at most 86400",
    accepts: (value) => value > 0 && value <= 86_400,
  },
};

/** `--top=5` or `--top`; everything else is left whole. */
function splitOption(argument: string): readonly [string, string | undefined] {
  const equals = argument.startsWith("--") ? argument.indexOf("=") : -1;
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)];
}
