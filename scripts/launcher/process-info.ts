import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Whether the process still runs. One that has ended but is not yet collected by its parent (a zombie) does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== "EPERM") return false;
  }
  return !stateOf(pid).startsWith("Z");
}

/** Whether the process works in this folder (Linux), or names it in its command line (elsewhere). */
export function worksIn(pid: number, folder: string): boolean {
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === folder;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(folder);
  } catch {
    return false;
  }
}

/** Processes whose environment holds `name=value` (Linux; none elsewhere). Only those of our own user can be read. */
export function processesWith(name: string, value: string): readonly number[] {
  if (process.platform !== "linux") return [];
  const wanted = `${name}=${value}`;
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && environmentOf(pid).includes(wanted));
}

/** Process id of the parent (Linux; undefined elsewhere). */
export function parentOf(pid: number): number | undefined {
  const parent = statFields(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/** Whether the process is a command line's interpreter (Linux; false elsewhere). */
export function isShell(pid: number): boolean {
  try {
    return /^(ba|da|a|z|k)?sh$/.test(readFileSync(`/proc/${pid}/comm`, "utf8").trim());
  } catch {
    return false;
  }
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function stateOf(pid: number): string {
  if (process.platform === "linux") return statFields(pid)?.[0] ?? "";
  if (process.platform === "win32") return "";
  try {
    return execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "Z";
  }
}

function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** State and what follows it in /proc/PID/stat; the program's name before them may itself hold blanks and brackets. */
function statFields(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
