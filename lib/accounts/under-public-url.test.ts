import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { underPublicUrl } from "./under-public-url.ts";

describe("underPublicUrl", () => {
  it("puts the public origin in place of the address that the server listens on, and keeps the rest", async () => {
    const request = new NextRequest("http://0.0.0.0:3000/api/auth/callback/credentials?a=1", {
      method: "POST",
      headers: { cookie: "a=b" },
      body: "x=y",
    });
    const moved = underPublicUrl(request, "https://builds.example.org");
    expect(moved.url).toBe("https://builds.example.org/api/auth/callback/credentials?a=1");
    expect(moved.method).toBe("POST");
    expect(moved.cookies.get("a")?.value).toBe("b");
    expect(await moved.text()).toBe("x=y");
  });

  it("lets no path name another origin", () => {
    const request = new NextRequest("http://0.0.0.0:3000//evil.example/api/auth/providers");
    expect(new URL(underPublicUrl(request, "http://localhost:3000").url).origin).toBe(
      "http://localhost:3000",
    );
  });
});
