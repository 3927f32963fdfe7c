import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./policy.ts";

describe("safeReturnPath", () => {
  it.each(["/builds", "/build/DQEN?name=My%20build#top", "/"])("keeps the path %s of this site", (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "",
    null,
  ])("never leaves this site for %j", (value) => {
    expect(safeReturnPath(value)).toBe("/builds");
  });
});
