import { describe, expect, it } from "vitest";
import { GET } from "./route.ts";

describe("/api/health", () => {
  it("says that the process answers and since when, and is never cached", async () => {
    const response = GET();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ status: "ok", uptimeSeconds: expect.any(Number) });
  });
});
