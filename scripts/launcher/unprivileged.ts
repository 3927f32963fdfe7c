import { spawnSync } from "node:child_process";
import { existsSync, lchownSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { StartProblem } from "./start-problem.ts";

export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
}

/** A way to run PostgreSQL, which refuses to run as root. */
export interface Unprivileged {
  readonly wrap: (command: string, args: readonly string[]) => CommandLine;
  /** User id that must own the data folder; undefined leaves the owner alone. */
  readonly owner: number | undefined;
}

const NOBODY = 65_534;

/**
 * Root meets two obstacles: PostgreSQL refuses to run as root, and another user could not enter root's own home
 * directory. In order of preference:
 * 1. a user namespace in which root is called 1000: files stay root's, every folder stays reachable;
 * 2. where that is forbidden (many containers), the user `nobody` with the two capabilities that let it pass
 *    root's folders; its data folder then belongs to nobody.
 * An ordinary user needs neither.
 */
export function unprivileged(dataFolder: string): Unprivileged {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => ({ command, args }), owner: undefined };
  const owner = existsSync(dataFolder) ? lstatSync(dataFolder).uid : 0;
  const candidates = owner === 0 ? [inUserNamespace(), asUser(NOBODY)] : [asUser(owner), inUserNamespace()];
  const usable = candidates.find(works);
  if (usable) return usable;
  throw new StartProblem(
    "PostgreSQL does not run as root, and this system lets neither `unshare` nor `setpriv` run it as somebody else: " +
      "start the app as an ordinary user, or set DATABASE_URL.",
  );
}

/** Gives everything in the folder to its required owner, where that is not so already. */
export function giveTo(owner: number | undefined, folder: string): void {
  if (owner === undefined || lstatSync(folder).uid === owner) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(folder, entry), owner, owner);
  }
  lchownSync(folder, owner, owner);
}

function inUserNamespace(): Unprivileged {
  return {
    owner: 0,
    wrap: (command, args) => ({
      command: "unshare",
      args: ["--user", "--map-user=1000", "--map-group=1000", "--", command, ...args],
    }),
  };
}

function asUser(uid: number): Unprivileged {
  const capabilities = "+dac_override,+dac_read_search";
  return {
    owner: uid,
    wrap: (command, args) => ({
      command: "setpriv",
      args: [
        `--reuid=${uid}`,
        `--regid=${uid}`,
        "--clear-groups",
        // Kept also where the kernel asks on behalf of the real user, as access(2) does.
        "--securebits=+no_setuid_fixup",
        `--inh-caps=-all,${capabilities}`,
        `--ambient-caps=${capabilities}`,
        "--",
        command,
        ...args,
      ],
    }),
  };
}

function works(way: Unprivileged): boolean {
  const { command, args } = way.wrap("true", []);
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
