/** `npm run -s gw2 -- <command>`: the calculators for the command line, bots and scripts. */
import { AppError } from "#lib/shared/app-error.ts";
import type { ExitCode } from "./gw2/record-command.ts";

interface Command {
  readonly summary: string;
  readonly load: () => Promise<(args: readonly string[]) => Promise<ExitCode>>;
}

/** One line per command; its module is loaded only when it runs. */
const COMMANDS: Readonly<Record<string, Command>> = {
  attributes: {
    summary: "attributes on the hero panel, out of combat",
    load: async () => (await import("./gw2/attributes.ts")).runAttributes,
  },
  build: {
    summary: "whether the game allows a build, and everything known of it",
    load: async () => (await import("./gw2/build.ts")).runBuild,
  },
  damage: {
    summary: "damage, survivability and healing of build templates",
    load: async () => (await import("./gw2/damage.ts")).runDamage,
  },
  gear: {
    summary: "the proven best gear of gear problems",
    load: async () => (await import("./gw2/gear.ts")).runGear,
  },
  link: { summary: "chat links to JSON and back", load: async () => (await import("./gw2/link.ts")).runLink },
};

const names = Object.keys(COMMANDS);
const HELP = `Usage: npm run -s gw2 -- <command> [arguments]

${names.map((name) => `  ${name.padEnd(12)}${COMMANDS[name]?.summary}`).join("\n")}

npm run -s gw2 -- <command> --help says more.
Exit codes: 0 all right, 1 some input was refused, 2 the command was not understood.
`;

/** A reader such as `head` may close the pipe early; that is no failure of ours. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`gw2: cannot write the output: ${error.message}\n`);
  process.exit(1);
});

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(HELP);
    return 0;
  }
  if (name === undefined) {
    process.stderr.write(HELP);
    return 2;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(
      `gw2: there is no command "${name}". Commands: ${names.join(", ")}. Try: gw2 --help\n`,
    );
    return 2;
  }
  try {
    const run = await command.load();
    return await run(args);
  } catch (error) {
    process.stderr.write(`gw2 ${name}: ${describe(error)}\n`);
    return 1;
  }
}

/** In one line, without a stack trace: a player cannot use one. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AppError) return error.message;
  if ("syscall" in error) return `cannot read the input: ${error.message}`;
  return `this should not have happened; please report it: ${error.message}`;
}
