import { describe, expect, it } from "vitest";
import { newSlug, renamedSlug } from "./slug.ts";

const zeros = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0);

describe("newSlug", () => {
  it("keeps the words of the name in plain letters", () => {
    expect(newSlug("Épée: Power Réaper!", zeros)).toBe("epee-power-reaper-22222222");
  });

  it("is only the random part where the name has no Latin letters", () => {
    expect(newSlug("龙猎", zeros)).toBe("22222222");
  });

  it("stays short for a long name", () => {
    expect(newSlug("a".repeat(80), zeros)).toHaveLength(48 + 1 + 8);
  });

  it("differs for the same name", () => {
    expect(newSlug("Firebrand")).not.toBe(newSlug("Firebrand"));
  });
});

describe("renamedSlug", () => {
  it("keeps the random part, whatever the name becomes", () => {
    expect(renamedSlug("mantra-support-22345678", "Power Réaper")).toBe("power-reaper-22345678");
    expect(renamedSlug("mantra-support-22345678", "龍")).toBe("22345678");
    expect(renamedSlug("22345678", "Mantra")).toBe("mantra-22345678");
  });
});
