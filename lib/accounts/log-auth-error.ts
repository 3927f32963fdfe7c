import { AuthError } from "next-auth";
import { type Logger, logFailure } from "#lib/platform/log.ts";
import { AppError } from "#lib/shared/app-error.ts";

/** Requests of others that Auth.js refuses as it should: a form without its token, an address that it does not know. */
const REFUSALS: readonly string[] = ["MissingCSRF", "UnknownAction"];

/** Logs what Auth.js complains of: refusals in a line, faults with their stack, wrong passwords not at all. */
export function logAuthError(error: Error, to?: Logger): void {
  const type = error instanceof AuthError ? error.type : undefined;
  if (type === "CredentialsSignin") return;
  const refused = type !== undefined && REFUSALS.includes(type);
  const shown = refused ? new AppError("FORBIDDEN", { message: `request refused: ${type}` }) : error;
  logFailure(shown, "auth", {}, to);
}
