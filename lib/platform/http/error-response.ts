import { AppError, type AppErrorCode } from "#lib/shared/app-error.ts";

/** What a caller learns of a failure; the same for every route of the API. */
export interface ErrorBody {
  readonly error: {
    readonly code: AppErrorCode | "INTERNAL";
    readonly message: string;
    readonly field?: string;
    /** Whether the same request may succeed later. */
    readonly retry: boolean;
    /** Only where the fault is ours: what to quote when reporting it. */
    readonly requestId?: string;
  };
}

/** Turns what was thrown into an answer. Only an AppError's own words are shown; of anything else, nothing. */
export function errorResponse(error: unknown, requestId: string): Response {
  if (!(error instanceof AppError)) return Response.json(internalErrorBody(requestId), { status: 500 });
  const { code, message, field, retry, retryAfterSeconds, status } = error;
  const body: ErrorBody = { error: { code, message, ...(field && { field }), retry } };
  const headers: HeadersInit = retryAfterSeconds
    ? { "retry-after": String(Math.ceil(retryAfterSeconds)) }
    : {};
  return Response.json(body, { status, headers });
}

export function internalErrorMessage(requestId: string): string {
  return `Something went wrong on our side. Please try again; if it stays, report it with the code ${requestId}.`;
}

function internalErrorBody(requestId: string): ErrorBody {
  return { error: { code: "INTERNAL", message: internalErrorMessage(requestId), retry: true, requestId } };
}
