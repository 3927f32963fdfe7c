import { type Agent, type IncomingHttpHeaders, request } from "node:http";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire, still compressed. */
  readonly body: Buffer;
}

/** What is sent along; a request with a body is a POST. */
export interface RawRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Keeps connections between requests. */
  readonly agent?: Agent;
}

/** Fetches without undoing the compression, as a browser that takes `acceptEncoding`. */
export function fetchRaw(
  url: string,
  acceptEncoding: string,
  { headers, body, agent }: RawRequest = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const options = {
      method: body ? "POST" : "GET",
      headers: { "accept-encoding": acceptEncoding, ...headers },
      agent,
    };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/**
 * Addresses of the scripts that a page loads at once, each once: script elements and preloads, without those marked
 * `nomodule`, which no browser of the last eight years loads.
 */
export function scriptsOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const addresses = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\b(?:src|href)="(\/_next\/static\/[^"?]+\.js)[^"]*"/.exec(tag)?.[1] ?? []);
  return [...new Set(addresses)];
}
