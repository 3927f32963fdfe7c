import { AppError } from "#lib/shared/app-error.ts";

const SAFE_METHODS: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses a change that another site's page asked for in the player's name (cross-site request forgery).
 * `Sec-Fetch-Site` is the browser's own word and decides where it is sent; on plain http other than localhost it is
 * missing, then `Origin` must name this host. Programs send neither and carry no player's cookies: they pass.
 * The order of checks is that of Go's net/http CrossOriginProtection (Go 1.25).
 *
 * Throws AppError FORBIDDEN.
 */
export function requireSameOrigin(method: string, headers: Headers, publicUrl: string): void {
  if (SAFE_METHODS.includes(method)) return;
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const origin = headers.get("origin");
  if (site === null && (origin === null || isOwnOrigin(origin, headers, publicUrl))) return;
  throw new AppError("FORBIDDEN", {
    message: "This request came from another website. Open GW2Optimizer itself and try again.",
  });
}

function isOwnOrigin(origin: string, headers: Headers, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return [headers.get("host"), headers.get("x-forwarded-host"), new URL(publicUrl).host].includes(host);
}
