import { describe, expect, it } from "vitest";
import { AppError } from "#lib/shared/app-error.ts";
import { requireSameOrigin } from "./same-origin.ts";

const PUBLIC_URL = "https://builds.example.org";

function passes(method: string, headers: Record<string, string>): boolean {
  try {
    requireSameOrigin(method, new Headers({ host: "app:3000", ...headers }), PUBLIC_URL);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "FORBIDDEN") return false;
    throw error;
  }
}

describe("requireSameOrigin", () => {
  it.each(["GET", "HEAD", "OPTIONS"])("lets %s pass from anywhere, because it changes nothing", (method) => {
    expect(passes(method, { "sec-fetch-site": "cross-site", origin: "https://evil.example" })).toBe(true);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("refuses %s from another site", (method) => {
    expect(passes(method, { "sec-fetch-site": "cross-site", origin: "https://evil.example" })).toBe(false);
  });

  it.each([
    ["the browser says same-origin", { "sec-fetch-site": "same-origin" }],
    ["the player typed it", { "sec-fetch-site": "none" }],
    ["a program sends neither header", {}],
    ["the origin is the host asked for", { origin: "http://app:3000" }],
    ["the origin is the public address", { origin: "https://builds.example.org" }],
    [
      "the origin is the host the proxy was asked for",
      { origin: "https://other.example", "x-forwarded-host": "other.example" },
    ],
  ])("lets POST pass where %s", (_, headers) => {
    expect(passes("POST", headers as Record<string, string>)).toBe(true);
  });

  it.each([
    ["a sibling domain", { "sec-fetch-site": "same-site", origin: "https://www.example.org" }],
    ["another port of this host", { origin: "http://app:3001" }],
    ["an opaque origin", { origin: "null" }],
    [
      "the browser's word stands against a matching origin",
      { "sec-fetch-site": "cross-site", origin: PUBLIC_URL },
    ],
  ])("refuses POST from %s", (_, headers) => {
    expect(passes("POST", headers as Record<string, string>)).toBe(false);
  });
});
