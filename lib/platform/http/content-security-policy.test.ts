import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

function directives(options: { development?: boolean; https?: boolean } = {}): ReadonlyMap<string, string> {
  const policy = contentSecurityPolicy({ nonce: "abc123==", development: false, https: false, ...options });
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values.join(" ")];
    }),
  );
}

describe("contentSecurityPolicy in production", () => {
  it("allows exactly what the product needs", () => {
    expect(Object.fromEntries(directives())).toEqual({
      "default-src": "'self'",
      "script-src": "'self' 'nonce-abc123==' 'strict-dynamic'",
      "style-src": "'self' 'nonce-abc123=='",
      "style-src-attr": "'unsafe-inline'",
      "img-src": "'self' data: https://render.guildwars2.com",
      "connect-src": "'self'",
      "worker-src": "'self' blob:",
      "font-src": "'self'",
      "frame-ancestors": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "object-src": "'none'",
    });
  });

  it("upgrades addresses to https only for players who came over https, so that http://localhost works", () => {
    expect(directives({ https: false }).has("upgrade-insecure-requests")).toBe(false);
    expect(directives({ https: true }).has("upgrade-insecure-requests")).toBe(true);
  });
});

describe("contentSecurityPolicy in development", () => {
  it("adds only evaluation, inline styles and the reload socket", () => {
    const production = directives();
    const changed = [...directives({ development: true })].filter(
      ([name, value]) => production.get(name) !== value,
    );
    expect(Object.fromEntries(changed)).toEqual({
      "script-src": "'self' 'nonce-abc123==' 'strict-dynamic' 'unsafe-eval'",
      "style-src": "'self' 'unsafe-inline'",
      "connect-src": "'self' ws:",
    });
  });
});
