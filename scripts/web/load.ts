import { Agent } from "node:http";
import { fetchRaw, type RawRequest } from "./page-scripts.ts";

/** One request of many, and what kind it is. */
export interface LoadRequest {
  readonly kind: string;
  readonly path: string;
  readonly request?: RawRequest;
  /** Status of a good answer. */
  readonly status: number;
  /** Throws where the answer is not what it should be. */
  check?(body: string): void;
}

export interface LoadResult {
  readonly times: readonly { readonly kind: string; readonly ms: number }[];
  /** Of the whole run. */
  readonly seconds: number;
}

/** A visitor with a browser, or views would not be counted as they are in use. */
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/**
 * Has `clients` ask one request after the other for `seconds`, and tells how long each took until its last byte. `next`
 * gives the requests in order, whoever asks. Throws where an answer is not as expected.
 */
export async function load(
  base: string,
  clients: number,
  seconds: number,
  next: (index: number) => LoadRequest | Promise<LoadRequest>,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: { kind: string; ms: number }[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  let asked = 0;
  async function client(): Promise<void> {
    while (performance.now() < end) {
      const { kind, path, request, status, check } = await next(asked++);
      const start = performance.now();
      const headers = { "user-agent": USER_AGENT, ...request?.headers };
      const answer = await fetchRaw(base + path, check ? "identity" : "gzip, deflate, br", {
        ...request,
        headers,
        agent,
      });
      times.push({ kind, ms: performance.now() - start });
      if (answer.status !== status) throw new Error(`${path} answered ${answer.status}.`);
      check?.(answer.body.toString("utf8"));
    }
  }
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    agent.destroy();
  }
  return { times, seconds: (performance.now() - began) / 1000 };
}
