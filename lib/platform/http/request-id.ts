export const REQUEST_ID_HEADER = "x-request-id";

/** What a load balancer may hand us; anything else could smuggle text into logs. */
const SAFE_REQUEST_ID = /^[\w-]{8,64}$/;

/** The id under which everything about one request is logged: the one it came with, or a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get(REQUEST_ID_HEADER);
  return given && SAFE_REQUEST_ID.test(given) ? given : crypto.randomUUID();
}
