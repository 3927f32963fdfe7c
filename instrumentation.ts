import type { Instrumentation } from "next";

const JOBS_WAIT_MS = 3_000;

/** Runs once in each server process, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { recordSocketAddress } = await import("#lib/platform/http/record-socket-address.ts");
  const { refuseUnreadable } = await import("#lib/platform/http/refuse-unreadable.ts");
  const { redis } = await import("#lib/platform/redis.ts");
  const { env } = await import("#lib/platform/env.ts");
  const { startJobs } = await import("#lib/platform/jobs/run-jobs.ts");
  const { STANDING_JOBS } = await import("#lib/jobs/handlers/standing-jobs.ts");
  recordSocketAddress();
  refuseUnreadable();
  if (process.env.NODE_ENV === "production") {
    const { servePrecompressedStatics } = await import("#lib/platform/http/precompressed-statics.ts");
    servePrecompressedStatics();
  }
  // Connected from the start, so that not even the first requests are counted by this process alone.
  redis();
  const { databaseUrl } = env();
  // The first page comes first.
  if (databaseUrl) startJobs(databaseUrl, STANDING_JOBS, JOBS_WAIT_MS);
}

/** Faults in pages and components; routes and actions log their own. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFailure, withRequestId } = await import("#lib/platform/log.ts");
  const { requestIdOf, REQUEST_ID_HEADER } = await import("#lib/platform/http/request-id.ts");
  const given = request.headers[REQUEST_ID_HEADER];
  const requestId = requestIdOf(new Headers(typeof given === "string" ? { [REQUEST_ID_HEADER]: given } : {}));
  const { routePath, routeType } = context;
  withRequestId(requestId, () =>
    logFailure(error, "render failed", { method: request.method, route: routePath, routeType }),
  );
};
