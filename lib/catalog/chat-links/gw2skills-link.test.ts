import { describe, expect, it } from "vitest";
import { decodeBuildLink } from "./chat-link.ts";
import { readGw2SkillsLink } from "./gw2skills-link.ts";

describe("readGw2SkillsLink", () => {
  it.each([
    ["http://gw2skills.net/editor/?PGAAsl1w-DWJY-e", "Elementalist", "pve"],
    ["https://en.gw2skills.net/editor/?PSwAEt1w+A/B-zxIY1-w", "Necromancer", "wvw"],
    ["https://de.gw2skills.net/editor/?PmgAw-DSRY-e", "Revenant", "pve"],
    ["en.gw2skills.net/editor/?PWgAw-DSRY-x", "Guardian", null],
    ["https://en.gw2skills.net/editor/?vQAQRAnf", null, null],
  ])("reads %s as %s, %s", (address, profession, mode) => {
    expect(readGw2SkillsLink(address)).toEqual({ profession, mode });
  });

  it.each(["https://example.org/editor/?PGAA-e", "notgw2skills.net/editor/?PGAA-e", "gw2skills.net"])(
    "does not take %s for one",
    (text) => {
      expect(readGw2SkillsLink(text)).toBeNull();
    },
  );

  it("makes the decoder say what is known and what to paste instead", () => {
    const result = decodeBuildLink("https://en.gw2skills.net/editor/?PSwAEt1w+A/B-zxIY1-w");
    expect(result).toMatchObject({
      ok: false,
      error: { code: "gw2skills-link", profession: "Necromancer", mode: "wvw" },
    });
    if (!result.ok) expect(result.error.message).toContain("Necromancer in WvW");
  });
});
