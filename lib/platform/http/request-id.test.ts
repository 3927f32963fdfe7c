import { describe, expect, it } from "vitest";
import { requestIdOf } from "./request-id.ts";

describe("requestIdOf", () => {
  it("keeps the id that a load balancer gave", () => {
    expect(requestIdOf(new Headers({ "x-request-id": "lb-7f3a9c21" }))).toBe("lb-7f3a9c21");
  });

  it.each(["short", "with space in it", 'x","level":"fatal', "a".repeat(65)])(
    "makes an id of its own instead of %j",
    (given) => {
      expect(requestIdOf(new Headers({ "x-request-id": given }))).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});
