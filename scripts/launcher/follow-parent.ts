/**
 * Loaded into the processes of the app by `--import`, with the launcher's process id in the query: ends the process
 * when its parent or the launcher is gone, since a launcher killed by force cannot take its children along.
 */
const CHECK_MS = 400;
const parent = process.ppid;
const launcher = Number(new URL(import.meta.url).searchParams.get("launcher"));

setInterval(() => {
  if (process.ppid !== parent || !exists(launcher)) process.exit(0);
}, CHECK_MS).unref();

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
