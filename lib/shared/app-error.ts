/**
 * A refusal that a service hands to its caller on purpose: safe to show, with a stable code.
 * Anything else that is thrown is a fault: logged whole and shown as nothing.
 */
export const APP_ERROR_CODES = [
  "INVALID_INPUT",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "TOO_LARGE",
  "RATE_LIMITED",
  "UNAVAILABLE",
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** One table from code to HTTP status; a new code without a status does not compile. */
export const HTTP_STATUS = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
} as const satisfies Record<AppErrorCode, number>;

export interface AppErrorDetails {
  /** What happened and what to do next, in words for the player. Never holds secrets or stack traces. */
  readonly message: string;
  /** Name of the input field at fault, where there is one. */
  readonly field?: string;
  /** Whether the same request may succeed later. */
  readonly retry?: boolean;
  /** Seconds after which a retry makes sense. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly field: string | undefined;
  readonly retry: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: AppErrorCode, details: AppErrorDetails) {
    super(details.message, { cause: details.cause });
    this.code = code;
    this.field = details.field;
    this.retry = details.retry ?? (code === "RATE_LIMITED" || code === "UNAVAILABLE");
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  get status(): number {
    return HTTP_STATUS[this.code];
  }
}
