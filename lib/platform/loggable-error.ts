export interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggableError;
}

const MAX_CAUSES = 4;
const EMAIL = /[^\s@"'<>()[\]=,;:/]+@[^\s@"'<>()[\]=,;:/]+\.[a-z]{2,}/gi;
/** User and password of an address such as postgres://user:password@host. */
const URL_CREDENTIALS = /(\/\/)[^\s/@]+@/g;
/** Drizzle appends the values of the failed query to its message; they are what players typed. */
const QUERY_VALUES = /\nparams:[\s\S]*$/;

/**
 * What of an error may be logged: its kind, words and stack, and the same of what caused it. Extra properties are
 * left out (PostgreSQL puts the offending row into `detail`), and so are values of queries, emails and passwords
 * in addresses.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const { code } = error as { code?: unknown };
  const message = scrub(error.message);
  const stack = error.stack && scrub(error.stack.replace(error.message, () => message));
  return {
    type: error.name,
    message,
    ...(typeof code === "string" && { code }),
    ...(stack && { stack }),
    ...(error.cause !== undefined && depth < MAX_CAUSES && { cause: loggableError(error.cause, depth + 1) }),
  };
}

function scrub(text: string): string {
  return text
    .replace(QUERY_VALUES, "\nparams: [left out]")
    .replace(URL_CREDENTIALS, "$1[credentials]@")
    .replace(EMAIL, "[email]");
}
