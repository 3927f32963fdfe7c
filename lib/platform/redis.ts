import { Redis } from "ioredis";
import { env } from "./env.ts";
import { log } from "./log.ts";

/** Kept on globalThis: hot reload and the separate bundles of routes and pages share one connection. */
const store = globalThis as typeof globalThis & { gw2optimizerRedis?: Redis };

/**
 * Opens a connection that never makes a request wait: no queue while it is down, one try, short timeouts. It goes on
 * reconnecting by itself. Callers expect failure of any command and do without Redis then.
 */
export function connectRedis(url: string): Redis {
  const client = new Redis(url, {
    connectionName: "gw2optimizer",
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    connectTimeout: 2_000,
    commandTimeout: 400,
  });
  logStateChanges(client);
  return client;
}

/** The app's Redis, connecting from the first call on, or null where REDIS_URL is not set. */
export function redis(): Redis | null {
  const { redisUrl } = env();
  if (!store.gw2optimizerRedis && redisUrl) store.gw2optimizerRedis = connectRedis(redisUrl);
  return store.gw2optimizerRedis ?? null;
}

export type RedisState = "not configured" | "reachable" | "unreachable";

/** Asks Redis for a sign of life; answers within half a second. */
export async function redisState(): Promise<RedisState> {
  const client = redis();
  if (!client) return "not configured";
  return (await client.ping().catch(() => null)) === "PONG" ? "reachable" : "unreachable";
}

/** Points `redis()` at another server and returns the function that ends it: for integration tests. */
export function useRedis(url: string): () => void {
  const client = connectRedis(url);
  store.gw2optimizerRedis = client;
  return () => {
    delete store.gw2optimizerRedis;
    client.disconnect();
  };
}

/** ioredis reports every failed attempt; only the change from up to down and back is news. */
function logStateChanges(client: Redis): void {
  let up: boolean | undefined;
  client.on("ready", () => {
    if (up !== true) log.info({ event: "redis" }, "Redis is connected");
    up = true;
  });
  client.on("error", (error: Error) => {
    if (up !== false)
      log.warn({ event: "redis", err: error }, "Redis is away; each process works on its own");
    up = false;
  });
}
