import { AsyncLocalStorage } from "node:async_hooks";
import { type DestinationStream, type Level, type Logger, pino } from "pino";
import { AppError, type AppErrorCode } from "#lib/shared/app-error.ts";
import { env } from "./env.ts";
import { loggableError } from "./loggable-error.ts";

export type { Logger } from "pino";

/**
 * How loud each refusal is. A refusal that we meant is no alarm; that something we need is away is worth a look.
 * Errors that are no AppError are faults of ours and always `error`, with their stack.
 */
export const SEVERITY = {
  INVALID_INPUT: "info",
  UNAUTHENTICATED: "info",
  FORBIDDEN: "info",
  NOT_FOUND: "info",
  CONFLICT: "info",
  TOO_LARGE: "info",
  RATE_LIMITED: "info",
  UNAVAILABLE: "warn",
} as const satisfies Record<AppErrorCode, Level>;

/** Never written out, wherever in a line these names appear, down to the third level. */
const SECRET_NAMES = [
  "password",
  "passwordHash",
  "token",
  "secret",
  "email",
  "cookie",
  "authorization",
  "apiKey",
  "address",
];
const SECRET_PATHS = SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

const LEVELS = { production: "info", development: "debug", test: "silent" } as const;

const requestIds = new AsyncLocalStorage<string>();

/** A logger that writes one JSON object a line: to standard output, or to `destination` in tests. */
export function createLogger(level: Level | "silent", destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const requestId = requestIds.getStore();
        return requestId ? { requestId } : {};
      },
      redact: { paths: SECRET_PATHS, censor: "[redacted]" },
      serializers: { err: loggableError },
    },
    destination,
  );
}

export const log = createLogger(LEVELS[env().nodeEnv]);

/** Puts `requestId` on every line that is logged while `run` and all that it awaits is going on. */
export function withRequestId<Value>(requestId: string, run: () => Value): Value {
  return requestIds.run(requestId, run);
}

/** Logs what was thrown as loudly as it deserves: see {@link SEVERITY}. `event` says in a word or two what failed. */
export function logFailure(
  error: unknown,
  event: string,
  fields: Record<string, unknown> = {},
  to = log,
): void {
  if (!(error instanceof AppError)) {
    to.error({ event, ...fields, err: error }, "unexpected error");
    return;
  }
  const { code, field, message } = error;
  const cause = error.cause === undefined ? {} : { cause: loggableError(error.cause) };
  to[SEVERITY[code]]({ event, code, field, ...fields, ...cause }, message);
}
