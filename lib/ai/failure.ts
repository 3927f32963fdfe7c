/** Everything that can go wrong with a model, closed: whatever else happens is UNKNOWN. */
export const AI_FAILURE_CODES = [
  "OLLAMA_OFFLINE",
  "MODEL_MISSING",
  "BUSY",
  "CONTEXT_TOO_LONG",
  "OUT_OF_MEMORY",
  "STREAM_BROKEN",
  "TIMEOUT",
  "EMPTY_ANSWER",
  "UNKNOWN",
] as const;

export type AiFailureCode = (typeof AI_FAILURE_CODES)[number];

/** A failure in words for the player. */
export interface AiFailure {
  readonly code: AiFailureCode;
  /** What happened. */
  readonly message: string;
  /** What to do next. */
  readonly remedy: string;
  /** The exact command that mends it, where one does. */
  readonly command: string | null;
}

/** Thrown inside lib/ai. `message` is for the log: it may hold the server's own words and is never shown. */
export class AiError extends Error {
  override readonly name = "AiError";
  readonly code: AiFailureCode;

  constructor(code: AiFailureCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}

export function isAiFailureCode(value: unknown): value is AiFailureCode {
  return AI_FAILURE_CODES.some((code) => code === value);
}

/** The failure in words. `model` is the name to pull, as Ollama knows it. */
export function describeFailure(code: AiFailureCode, model: string): AiFailure {
  return { code, ...describe[code](model) };
}

type Description = Omit<AiFailure, "code">;

const describe = {
  OLLAMA_OFFLINE: () => ({
    message: "Ollama, the program that runs the model, does not answer.",
    remedy: "Install it from ollama.com if it is not there, start it, then ask again.",
    command: "ollama serve",
  }),
  MODEL_MISSING: (model) => ({
    message: `Ollama runs, but the model ${model} is not installed.`,
    remedy: "Download it once with this command, then ask again.",
    command: `ollama pull ${model}`,
  }),
  BUSY: () => ({
    message: "The model is busy with other questions.",
    remedy: "Wait a moment, then ask again.",
    command: null,
  }),
  CONTEXT_TOO_LONG: () => ({
    message: "The conversation is longer than the model can read at once.",
    remedy: "Start a new chat, or ask with a shorter message.",
    command: null,
  }),
  OUT_OF_MEMORY: () => ({
    message: "There is not enough memory to run the model.",
    remedy: "Close other programs, or set OLLAMA_CHAT_MODEL to a smaller model, then ask again.",
    command: null,
  }),
  STREAM_BROKEN: () => ({
    message: "The answer broke off.",
    remedy: "What had arrived is kept. Ask again for a whole answer.",
    command: null,
  }),
  TIMEOUT: () => ({
    message: "The model did not answer in time.",
    remedy: "The first answer after a pause loads the model and can take minutes. Ask again.",
    command: null,
  }),
  EMPTY_ANSWER: () => ({
    message: "The model ended without writing anything, twice.",
    remedy: "Ask again, or put the question in other words.",
    command: null,
  }),
  UNKNOWN: () => ({
    message: "The model could not answer.",
    remedy: "Ask again. If it happens every time, look at the server's log for Ollama's own words.",
    command: null,
  }),
} as const satisfies Record<AiFailureCode, (model: string) => Description>;
