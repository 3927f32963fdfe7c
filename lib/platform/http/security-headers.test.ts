import { describe, expect, it } from "vitest";
import nextConfig from "../../../next.config.ts";
import { securityHeaders } from "./security-headers.ts";

function names(production: boolean): string[] {
  return securityHeaders(production).flatMap(({ headers }) => headers.map(({ key }) => key));
}

describe("securityHeaders", () => {
  it("covers type sniffing, referrer, opener, permissions and framing", () => {
    expect(names(false)).toEqual([
      "X-Content-Type-Options",
      "Referrer-Policy",
      "Cross-Origin-Opener-Policy",
      "Permissions-Policy",
      "X-Frame-Options",
    ]);
  });

  it("denies framing everywhere but under /embed/", () => {
    const rule = securityHeaders(true).find(({ headers }) => headers[0]?.key === "X-Frame-Options");
    const pattern = new RegExp(`^${rule?.source}$`);
    expect(pattern.test("/b/minstrel")).toBe(true);
    expect(pattern.test("/embedded")).toBe(true);
    expect(pattern.test("/embed/b/minstrel")).toBe(false);
  });

  it("pins https only in production and only where the request came over https", () => {
    expect(names(false)).not.toContain("Strict-Transport-Security");
    const rule = securityHeaders(true).find(({ headers }) => headers[0]?.key === "Strict-Transport-Security");
    const [condition] = rule?.has ?? [];
    expect(condition?.key).toBe("x-forwarded-proto");
    const pattern = new RegExp(`^${condition?.value}$`);
    expect(pattern.test("https")).toBe(true);
    expect(pattern.test("http")).toBe(false);
  });
});

describe("next.config.ts", () => {
  it("sends these headers, builds a standalone server and does not name its framework", async () => {
    const rules = await nextConfig.headers?.();
    expect(rules?.flatMap(({ headers }) => headers.map(({ key }) => key))).toEqual(names(false));
    expect(nextConfig.output).toBe("standalone");
    expect(nextConfig.poweredByHeader).toBe(false);
  });
});
