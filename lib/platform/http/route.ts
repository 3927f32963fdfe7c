import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { env } from "../env.ts";
import { log, logFailure, withRequestId } from "../log.ts";
import type { RateLimitPolicyName } from "../rate-limit/policies.ts";
import { type ActorResolver, admitActor } from "./actor-resolver.ts";
import { errorResponse } from "./error-response.ts";
import { parseInput } from "./parse-input.ts";
import { readJson } from "./read-json.ts";
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id.ts";
import { requireSameOrigin } from "./same-origin.ts";

const DEFAULT_MAX_BODY_BYTES = 64 * 1024;
/** nginx's code for a caller who went away; nobody reads it but the log. */
const CLIENT_CLOSED_REQUEST = 499;

type Schema = z.ZodType | undefined;
type Output<Given extends Schema> = Given extends z.ZodType ? z.output<Given> : undefined;

export interface RouteOptions<Params extends Schema, Query extends Schema, Body extends Schema> {
  /** Path parameters, such as `{ slug }` of `/api/builds/[slug]`. */
  readonly params?: Params;
  /** Search parameters; one that is given several times arrives as an array. */
  readonly query?: Query;
  /** JSON body. Without a schema the body is not read: the handler may read it from `request`. */
  readonly body?: Body;
  /** Default 64 KB. */
  readonly maxBodyBytes?: number;
  /** Counted per actor, or per client address where the actor has no key of its own. */
  readonly rateLimit?: RateLimitPolicyName;
}

export interface RouteInput<Actor, Params extends Schema, Query extends Schema, Body extends Schema> {
  readonly request: NextRequest;
  readonly requestId: string;
  readonly actor: Actor;
  readonly params: Output<Params>;
  readonly query: Output<Query>;
  readonly body: Output<Body>;
}

type NextRouteHandler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/**
 * Makes the wrapper of route handlers. The platform knows no accounts, so the app says once how an actor is found:
 *
 *     // app/actor-route.ts
 *     export const route = createRoute({ resolve: currentActor, limitKey });
 *
 *     // app/api/builds/route.ts
 *     export const POST = route({ body: saveBuildSchema, rateLimit: "saveBuild" }, async ({ actor, body }) => ({
 *       build: await saveBuild(actor, body),
 *     }));
 *
 * A handler returns a Response, or a value that is sent as JSON, or nothing (204). What it throws becomes the
 * error body of {@link errorResponse}. Changes asked for by other sites are refused before anything is read.
 */
export function createRoute<Actor>(actors: ActorResolver<Actor>) {
  return function route<
    Params extends Schema = undefined,
    Query extends Schema = undefined,
    Body extends Schema = undefined,
  >(
    options: RouteOptions<Params, Query, Body>,
    handle: (input: RouteInput<Actor, Params, Query, Body>) => Promise<unknown> | unknown,
  ): NextRouteHandler {
    return (request, context) =>
      answer(request, async (requestId) => {
        requireSameOrigin(request.method, request.headers, env().publicUrl);
        const actor = await admitActor(actors, request.headers, options.rateLimit);
        return handle({
          request,
          requestId,
          actor,
          params: parseOptional(options.params, await context.params),
          query: parseOptional(options.query, searchValues(request)),
          body: await readBody(request, options.body, options.maxBodyBytes),
        });
      });
  };
}

/** Runs one request: its id on the answer and on every log line, failures mapped, one line when it is done. */
async function answer(request: NextRequest, run: (requestId: string) => Promise<unknown>): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  return withRequestId(requestId, async () => {
    const startedAt = performance.now();
    const fields = (status: number) => ({
      method: request.method,
      path: request.nextUrl.pathname,
      status,
      durationMs: Math.round(performance.now() - startedAt),
    });
    try {
      const response = toResponse(await run(requestId));
      log.info({ event: "request", ...fields(response.status) }, "request answered");
      return withApiHeaders(response, requestId);
    } catch (error) {
      // notFound() and redirect() are Next's own way to answer.
      unstable_rethrow(error);
      if (request.signal.aborted) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
      const response = errorResponse(error, requestId);
      logFailure(error, "request failed", fields(response.status));
      return withApiHeaders(response, requestId);
    }
  });
}

function toResponse(value: unknown): Response {
  if (value instanceof Response) return value;
  return value === undefined ? new Response(null, { status: 204 }) : Response.json(value);
}

function withApiHeaders(response: Response, requestId: string): Response {
  // A copy, because the headers of fetched and redirect responses cannot be changed.
  const headers = new Headers(response.headers);
  headers.set(REQUEST_ID_HEADER, requestId);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  if (!headers.has("content-security-policy")) {
    headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  }
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function parseOptional<Given extends Schema>(schema: Given | undefined, input: unknown): Output<Given> {
  return (schema ? parseInput(schema, input) : undefined) as Output<Given>;
}

async function readBody<Given extends Schema>(
  request: NextRequest,
  schema: Given | undefined,
  maxBytes = DEFAULT_MAX_BODY_BYTES,
): Promise<Output<Given>> {
  return parseOptional(schema, schema && (await readJson(request, maxBytes)));
}

function searchValues(request: NextRequest): Record<string, string | string[]> {
  const { searchParams } = request.nextUrl;
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
