import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDetailsSchema, detailsErrors, MAX_NOTES, NO_DETAILS } from "./schema.ts";
import { normalTag, tagsOf } from "./tags.ts";

const parsed = (details: object) => buildDetailsSchema.parse(details);

describe("details", () => {
  it("may all be left out, and unknown fields are refused", () => {
    expect(parsed({})).toEqual({
      notes: "",
      rotation: "",
      video: null,
      tags: [],
      role: null,
      difficulty: null,
      activities: [],
    });
    expect(buildDetailsSchema.safeParse({ note: "misspelt" }).success).toBe(false);
  });

  it("stay as they are when parsed again (property)", () => {
    const anyDetails = fc.record({
      notes: fc.string({ unit: "binary", maxLength: 200 }),
      rotation: fc.string({ unit: "grapheme", maxLength: 200 }),
      tags: fc.array(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 10 }),
    });
    fc.assert(
      fc.property(anyDetails, (details) => {
        const once = buildDetailsSchema.safeParse(details);
        if (once.success) expect(parsed(once.data)).toEqual(once.data);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it("keep no signs that cannot be seen or stored", () => {
    expect(parsed({ notes: "a\r\nb\u0000\u202ec\td\ud800  \n" }).notes).toBe("a\nbc\td\ufffd");
  });

  it("name each activity once, in the order of the game modes", () => {
    expect(parsed({ activities: ["zerg", "raid", "zerg"] }).activities).toEqual(["raid", "zerg"]);
  });

  it("say what is wrong by field", () => {
    const wrong = {
      notes: "x".repeat(MAX_NOTES + 1),
      video: "https://example.org",
      tags: ["ok", "!"],
      role: "god",
    };
    expect(detailsErrors(wrong)).toEqual({
      notes: expect.stringContaining("10000"),
      video: expect.stringContaining("YouTube"),
      tags: expect.stringContaining("letters or digits"),
      role: expect.stringContaining("power-dps"),
    });
    expect(detailsErrors(NO_DETAILS)).toEqual({});
  });
});

describe("tags", () => {
  it("are small letters, digits and hyphens, however they are typed", () => {
    expect(normalTag("  #Low  Intensity! ")).toBe("low-intensity");
    expect(normalTag("Épée 𝐗")).toBe("épée-x");
    expect(tagsOf("Cleave, PUG; #pug #low-intensity\nメスマー,,")).toEqual([
      "cleave",
      "pug",
      "low-intensity",
      "メスマー",
    ]);
  });

  it("are at most ten, each once", () => {
    expect(parsed({ tags: ["A", "a", "B"] }).tags).toEqual(["a", "b"]);
    const eleven = Array.from({ length: 11 }, (_, index) => `tag ${index}`);
    expect(buildDetailsSchema.safeParse({ tags: eleven }).success).toBe(false);
  });
});

describe("a video", () => {
  it.each([
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["youtu.be/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ"],
    [" https://clips.twitch.tv/Abc ", "https://clips.twitch.tv/Abc"],
    ["https://www.bilibili.com/video/BV1x", "https://www.bilibili.com/video/BV1x"],
    ["", null],
  ])("at %j is kept as %j", (given, kept) => {
    expect(parsed({ video: given }).video).toBe(kept);
  });

  it.each([
    "http://youtube.com/watch?v=x",
    "https://youtube.com.evil.example/x",
    "https://youtube.com@evil.example/x",
    "https://user:word@youtube.com/x",
    "https://youtube.com:8443/x",
    "javascript:alert(1)",
    "https://evil.example/?youtube.com",
    "https://xn--yutube-9ya.com/",
  ])("at %s is refused", (video) => {
    expect(buildDetailsSchema.safeParse({ video }).success).toBe(false);
  });
});
