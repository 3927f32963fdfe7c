import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const CHANNEL = "http.server.request.start";

/** Where requests go that no page or route could be asked with; the last part tells the handler why. */
export const UNREADABLE_PATH = "/api/unreadable";

/**
 * Sends requests that the framework cannot even read, and would answer with a fault of its own, to the route that
 * refuses them. Called once, before the server takes requests.
 */
export function refuseUnreadable(): void {
  subscribe(CHANNEL, (message) => redirectUnreadable((message as { request: IncomingMessage }).request));
}

/** Points a request with a malformed address, or with TRACE, at its refusal. */
export function redirectUnreadable(request: Pick<IncomingMessage, "url" | "method">): void {
  const refusal = refusalOf(request);
  if (!refusal) return;
  request.url = `${UNREADABLE_PATH}/${refusal}`;
  // The refusing handler answers GET only.
  if (request.method !== "HEAD") request.method = "GET";
}

function refusalOf({ url = "/", method }: Pick<IncomingMessage, "url" | "method">): string | undefined {
  // Requests by the fetch standard, which the framework makes of every one, know no TRACE.
  if (method === "TRACE") return "method";
  const path = url.split("?", 1)[0] ?? "";
  if (isReadable(path)) return undefined;
  return path.startsWith("/api/") ? "address" : "page-address";
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
