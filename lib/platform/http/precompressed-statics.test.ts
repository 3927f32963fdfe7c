import { describe, expect, it } from "vitest";
import { preferPrecompressed } from "./precompressed-statics.ts";

function ask(url: string, acceptEncoding?: string) {
  const request = { url, method: "GET", headers: { "accept-encoding": acceptEncoding } };
  const headers: Record<string, unknown> = {};
  const response = {
    setHeader(name: string, value: unknown) {
      headers[name] = value;
      return this as never;
    },
  };
  preferPrecompressed(request, response, new Set(["chunks/a-1.js.br", "chunks/a.css.br", "chunks/a.js.br"]));
  return { url: request.url, headers };
}

describe("preferPrecompressed", () => {
  it("points scripts and styles at their compressed twin and keeps their content type", () => {
    expect(ask("/_next/static/chunks/a-1.js", "gzip, deflate, br, zstd")).toEqual({
      url: "/_next/static/chunks/a-1.js.br",
      headers: {
        "Content-Type": "application/javascript; charset=UTF-8",
        "Content-Encoding": "br",
        Vary: "Accept-Encoding",
      },
    });
    expect(ask("/_next/static/chunks/a.css?dpl=1", "br").url).toBe("/_next/static/chunks/a.css.br?dpl=1");
  });

  it.each([undefined, "gzip", "gzip, br;q=0", "brotli"])(
    "leaves the request alone for Accept-Encoding %j",
    (accept) => {
      expect(ask("/_next/static/chunks/a.js", accept)).toEqual({
        url: "/_next/static/chunks/a.js",
        headers: {},
      });
    },
  );

  it.each([
    "/api/health",
    "/_next/static/media/font.woff2",
    "/b/some.js",
    "/_next/static/../a%2f.js",
    "/_next/static/chunks/new.js",
  ])("leaves %s alone", (url) => {
    expect(ask(url, "br")).toEqual({ url, headers: {} });
  });
});
