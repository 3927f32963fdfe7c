import { expect, it } from "vitest";
import { initials } from "./icon-tile.tsx";

it.each([
  ["Mantra of Solace", "MS"],
  ['"Stand Your Ground!"', "SY"],
  ["Whirling Wrath", "WW"],
  ["Aegis", "A"],
  ["of", ""],
])("initials of %s are %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
