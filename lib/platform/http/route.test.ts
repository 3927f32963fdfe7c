import { notFound } from "next/navigation";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "#lib/shared/app-error.ts";
import { forgetRateLimits } from "../rate-limit/rate-limit.ts";
import { createRoute } from "./route.ts";

interface TestActor {
  readonly userId: string | null;
}

function routeFor(userId: string | null) {
  return createRoute<TestActor>({ resolve: async () => ({ userId }), limitKey: (actor) => actor.userId });
}

const route = routeFor("ann");

type Handler = ReturnType<ReturnType<typeof createRoute>>;

async function call(handler: Handler, init: RequestInit = {}, search = "", params = {}) {
  const headers = { "content-type": "application/json", ...(init.headers as Record<string, string>) };
  const url = `http://localhost:3000/api/builds${search}`;
  const request = new NextRequest(url, { method: init.method ?? "GET", body: init.body, headers });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { response, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
}

beforeEach(forgetRateLimits);

describe("a route", () => {
  it("hands parsed parameters, query, body and actor to its handler and sends what it returns as JSON", async () => {
    const handler = route(
      {
        params: z.object({ slug: z.string() }),
        query: z.object({ page: z.coerce.number(), tag: z.array(z.string()) }),
        body: z.object({ name: z.string().trim() }),
      },
      ({ actor, params, query, body }) => ({ actor, params, query, body }),
    );
    const { response, body } = await call(
      handler,
      { method: "POST", body: JSON.stringify({ name: " Minstrel ", extra: 1 }) },
      "?page=2&tag=a&tag=b",
      { slug: "x1" },
    );
    expect(response.status).toBe(200);
    expect(body).toEqual({
      actor: { userId: "ann" },
      params: { slug: "x1" },
      query: { page: 2, tag: ["a", "b"] },
      body: { name: "Minstrel" },
    });
  });

  it("passes a Response on, and answers nothing with 204", async () => {
    const created = await call(route({}, () => Response.json({ id: 1 }, { status: 201 })));
    expect(created.response.status).toBe(201);
    const nothing = await call(route({}, () => undefined));
    expect(nothing.response.status).toBe(204);
  });

  it("forbids caching, framing and content, and names the request, unless the handler said otherwise", async () => {
    const { response } = await call(
      route({}, () => ({})),
      { headers: { "x-request-id": "lb-12345678" } },
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-request-id": "lb-12345678",
    });
    const cached = await call(
      route({}, () => Response.json({}, { headers: { "cache-control": "max-age=60" } })),
    );
    expect(cached.response.headers.get("cache-control")).toBe("max-age=60");
  });

  it("does not cut a stream short", async () => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of ["[1", ",2", ",3]"]) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    const { body } = await call(route({}, () => new Response(stream)));
    expect(body).toEqual([1, 2, 3]);
  });

  it("refuses input that its schema refuses, before the handler runs", async () => {
    let ran = false;
    const handler = route({ body: z.object({ name: z.string() }) }, () => {
      ran = true;
    });
    const { response, body } = await call(handler, { method: "POST", body: '{"name":1}' });
    expect(response.status).toBe(400);
    expect(body).toMatchObject({ error: { code: "INVALID_INPUT", field: "name", retry: false } });
    expect(ran).toBe(false);
  });

  it("refuses a body over its limit", async () => {
    const handler = route({ body: z.string(), maxBodyBytes: 1024 }, ({ body }) => body);
    const { response } = await call(handler, { method: "POST", body: JSON.stringify("x".repeat(1024)) });
    expect(response.status).toBe(413);
  });

  it("refuses a change that another site asked for, before it asks who the player is", async () => {
    let resolved = false;
    const guarded = createRoute({
      resolve: async () => {
        resolved = true;
        return null;
      },
      limitKey: () => null,
    });
    const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const { response, body } = await call(
      guarded({}, () => ({})),
      { method: "POST", body: "{}", headers },
    );
    expect(response.status).toBe(403);
    expect(body).toMatchObject({ error: { code: "FORBIDDEN" } });
    expect(resolved).toBe(false);
  });

  it("turns a refusal of a service into its status and words", async () => {
    const { response, body } = await call(
      route({}, () => {
        throw new AppError("NOT_FOUND", { message: "There is no such build." });
      }),
    );
    expect(response.status).toBe(404);
    expect(body).toEqual({ error: { code: "NOT_FOUND", message: "There is no such build.", retry: false } });
  });

  it("shows nothing of a fault but its request id", async () => {
    const { response, body } = await call(
      route({}, () => {
        throw new Error("relation builds does not exist");
      }),
    );
    expect(response.status).toBe(500);
    expect(body).toMatchObject({
      error: { code: "INTERNAL", requestId: response.headers.get("x-request-id") },
    });
    expect(JSON.stringify(body)).not.toContain("relation");
  });

  it("leaves notFound() and redirect() to Next", async () => {
    await expect(call(route({}, () => notFound()))).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});

describe("the rate limit of a route", () => {
  it("counts each actor apart and says when to come back", async () => {
    const ann = routeFor("ann")({ rateLimit: "api" }, () => ({}));
    const bob = routeFor("bob")({ rateLimit: "api" }, () => ({}));
    for (let request = 0; request < 60; request += 1) await call(ann);
    const { response, body } = await call(ann);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(body).toMatchObject({ error: { code: "RATE_LIMITED", retry: true } });
    expect((await call(bob)).response.status).toBe(200);
  });

  it("counts those without a key of their own by address", async () => {
    const handler = routeFor(null)({ rateLimit: "api" }, () => ({}));
    const from = (address: string) => call(handler, { headers: { "x-forwarded-for": address } });
    for (let request = 0; request < 60; request += 1) await from("203.0.113.7");
    expect((await from("198.51.100.9, 203.0.113.7")).response.status).toBe(429);
    expect((await from("203.0.113.8")).response.status).toBe(200);
  });
});
