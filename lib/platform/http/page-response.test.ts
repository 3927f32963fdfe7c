import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { pageResponse } from "./page-response.ts";

function respond(headers: Record<string, string> = {}, url = "http://localhost:3000/b/minstrel") {
  const response = pageResponse(new NextRequest(url, { headers }), false);
  return {
    policy: response.headers.get("content-security-policy"),
    requestId: response.headers.get("x-request-id"),
    /** Next carries changed request headers to the renderer under this prefix. */
    toRenderer: (name: string) => response.headers.get(`x-middleware-request-${name}`),
  };
}

describe("pageResponse", () => {
  it("gives the renderer the policy that the browser gets, and its nonce", () => {
    const { policy, toRenderer } = respond();
    const nonce = toRenderer("x-nonce");
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
    expect(toRenderer("content-security-policy")).toBe(policy);
  });

  it("never uses a nonce twice", () => {
    const nonces = Array.from({ length: 50 }, () => respond().toRenderer("x-nonce"));
    expect(new Set(nonces).size).toBe(50);
  });

  it("does not take nonce or policy from the request", () => {
    const { policy, toRenderer } = respond({
      "x-nonce": "mine",
      "content-security-policy": "script-src 'nonce-mine'",
    });
    expect(toRenderer("x-nonce")).not.toBe("mine");
    expect(policy).not.toContain("mine");
  });

  it("puts one request id on both ways", () => {
    const { requestId, toRenderer } = respond();
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(toRenderer("x-request-id")).toBe(requestId);
  });

  it.each([
    ["http://localhost:3000/", {}, false],
    ["https://builds.example.org/", {}, true],
    ["http://localhost:3000/", { "x-forwarded-proto": "https" }, true],
    ["http://localhost:3000/", { "x-forwarded-proto": "https, http" }, true],
    ["http://localhost:3000/", { "x-forwarded-proto": "http" }, false],
  ])("of %s with %o upgrades insecure requests: %s", (url, headers, upgrades) => {
    const { policy } = respond(headers as Record<string, string>, url);
    expect(policy?.includes("upgrade-insecure-requests")).toBe(upgrades);
  });
});
