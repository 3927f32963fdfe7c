import { describe, it } from "vitest";
import { expectAgreement } from "./testing/expect-agreement.ts";

// The second half is in a file of its own, since a file is one processor's work.
describe("gear search against exhaustive search", () => {
  it("agrees on 1,000 random problems, also in shares, with little memory and with a floor", () => {
    expectAgreement(1, 1000);
  });
});
