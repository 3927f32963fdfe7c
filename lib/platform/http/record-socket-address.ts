import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const CHANNEL = "http.server.request.start";

/**
 * Appends the address of the socket to X-Forwarded-For of every request, as a reverse proxy does. Next fills the
 * header in only where it is missing, so without this anybody could write it and be counted under any address.
 * Called once, before the server takes requests.
 */
export function recordSocketAddress(): void {
  subscribe(CHANNEL, (message) => appendSocketAddress((message as { request: IncomingMessage }).request));
}

export function appendSocketAddress(request: Pick<IncomingMessage, "headers" | "socket">): void {
  const { remoteAddress } = request.socket;
  if (!remoteAddress) return;
  const before = request.headers["x-forwarded-for"];
  request.headers["x-forwarded-for"] = [before ?? [], remoteAddress].flat().join(", ");
}
