import { describe, it } from "vitest";
import { expectAgreement } from "./testing/expect-agreement.ts";

describe("gear search against exhaustive search", () => {
  it("agrees on 1,000 more random problems", () => {
    expectAgreement(1001, 2000);
  });
});
