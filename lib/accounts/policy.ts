/** Days after which a sign-in ends, however active it was. */
export const SESSION_DAYS = 30;

/**
 * Where to go after signing in: a path of this site or, for anything else, the library.
 * Refuses other origins, also in the forms `//host`, `/\host` and with control characters.
 */
export function safeReturnPath(value: string | null | undefined, fallback = "/builds"): string {
  if (!value?.startsWith("/") || value.length > 2000) return fallback;
  const base = "http://origin.invalid";
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  return url && url.origin === base ? `${url.pathname}${url.search}${url.hash}` : fallback;
}
