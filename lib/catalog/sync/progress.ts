/** Shows how far a sync is. */
export interface Progress {
  start(what: string, total: number): void;
  /** @param done how much of `total` is there now */
  advance(done: number): void;
  note(line: string): void;
}

/** Where progress is shown; `process.stderr` fits. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const BAR_WIDTH = 24;
/** Plain lines come at these shares of the whole. */
const STEPS = 4;

/** A bar that redraws itself on a terminal; single lines at each quarter elsewhere. */
export function createProgress(stream: ProgressStream): Progress {
  const isTty = stream.isTTY === true;
  let what = "";
  let total = 0;
  let lastStep = -1;
  const line = (done: number) => `${what} ${done}/${total}`;
  return {
    start(name, count) {
      what = name;
      total = count;
      lastStep = -1;
      this.advance(0);
    },
    advance(done) {
      if (isTty) {
        const filled = total === 0 ? BAR_WIDTH : Math.floor((done / total) * BAR_WIDTH);
        const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
        stream.write(`\r\x1b[2K${bar} ${line(done)}${done >= total ? "\n" : ""}`);
        return;
      }
      const step = total === 0 ? STEPS : Math.floor((done / total) * STEPS);
      if (step > lastStep && done > 0) stream.write(`${line(done)}\n`);
      lastStep = Math.max(lastStep, step);
    },
    note(text) {
      stream.write(isTty ? `\r\x1b[2K${text}\n` : `${text}\n`);
    },
  };
}
