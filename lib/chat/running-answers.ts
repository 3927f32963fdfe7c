/** Answers that this process is writing, so that a stop here takes effect at once. */
export interface RunningAnswer {
  readonly stop: () => void;
  /** Resolves when everything of the answer has been saved. */
  readonly ended: Promise<void>;
}

/** Kept on globalThis because the bundler may give every route its own copy of this module. */
const store = globalThis as typeof globalThis & { gw2optimizerRunningAnswers?: Map<string, RunningAnswer> };

export function runningAnswers(): Map<string, RunningAnswer> {
  store.gw2optimizerRunningAnswers ??= new Map();
  return store.gw2optimizerRunningAnswers;
}
