import { expect, it } from "vitest";
import { addresseeShown, offerEnds } from "./policy.ts";

it("an offer ends after fourteen days", () => {
  expect(offerEnds(new Date("2026-11-21T10:00:00Z"))).toEqual(new Date("2026-12-05T10:00:00Z"));
});

it.each([
  ["Aurene", "Aurene"],
  ["ann.logan@example.org", "a…@example.org"],
])("keeps of %s only %s", (typed, shown) => {
  expect(addresseeShown(typed)).toBe(shown);
});
