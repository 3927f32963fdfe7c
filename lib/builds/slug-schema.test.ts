import { describe, expect, it } from "vitest";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { newSlug } from "./slug.ts";

describe("buildSlugSchema", () => {
  it("takes every address that a build can get", () => {
    for (const name of ["Heal Firebrand", "Ünïcødé", "…", "x".repeat(80)]) {
      expect(buildSlugSchema.safeParse(newSlug(name)).success).toBe(true);
    }
  });

  it.each(["", "\0", "a\0b", "../etc", "%00", "a b", "x".repeat(101), undefined])(
    "refuses %j before it can reach a query",
    (slug) => {
      expect(buildSlugSchema.safeParse(slug).error?.issues[0]?.message).toMatch(
        /^Give the address of a build/,
      );
    },
  );
});
