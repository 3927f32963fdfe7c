import { describe, expect, it } from "vitest";
import type { BuildLink } from "./build-link.ts";
import {
  decodeBuildLink,
  decodeChatLink,
  encodeBuildLink,
  encodeChatLink,
  findChatLinks,
} from "./chat-link.ts";

const SKILL = "[&BtIWAAA=]";
const BUILD = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const BARE = BUILD.slice(2, -1);

function decoded(text: string): BuildLink {
  const result = decodeBuildLink(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function errorOf(text: string) {
  const result = decodeBuildLink(text);
  if (result.ok) throw new Error("expected a refusal");
  return result.error;
}

describe("decodeBuildLink", () => {
  it("tells land from water and keeps every field", () => {
    expect(decoded(BUILD)).toEqual({
      profession: "Guardian",
      specializations: [
        { id: 13, traits: [2, 3, 3], unusedBits: 0 },
        { id: 46, traits: [3, 2, 3], unusedBits: 0 },
        { id: 62, traits: [2, 2, 1], unusedBits: 0 },
      ],
      skills: {
        terrestrial: { heal: 5963, utility: [278, 331, 310], elite: 5656 },
        aquatic: { heal: 5963, utility: [310, 278, 301], elite: 5656 },
      },
      pets: null,
      legends: null,
      unusedBytes: [],
      weapons: [5, 87, 53, 49],
      skillVariants: [],
    });
  });

  it.each([
    ["without brackets", BARE],
    ["without the closing bracket", BUILD.slice(0, -1)],
    ["without the opening bracket", BUILD.slice(2)],
    ["without the opening [", BUILD.slice(1)],
    ["with white space around", `  \n${BUILD}\t`],
    ["broken over lines", `[&${BARE.slice(0, 30)}\r\n  ${BARE.slice(30)}]`],
    ["bare and broken over lines", `${BARE.slice(0, 30)}\n${BARE.slice(30)}`],
    ["in a sentence", `My build ${BUILD}, what do you think?`],
    ["bare in a sentence", `My build ${BARE}, what do you think?`],
    ["after other links", `${SKILL} and [& nothing] then ${BUILD} ${SKILL}`],
    ["copied from HTML", `<code>${BUILD.replace("&", "&amp;")}</code>`],
    ["with invisible characters", `[&${BARE.slice(0, 8)}\u200b${BARE.slice(8)}]`],
    ["in the URL-safe alphabet", BUILD.replaceAll("+", "-").replaceAll("/", "_")],
  ])("reads a link %s", (_case, text) => {
    expect(encodeBuildLink(decoded(text))).toBe(BUILD);
  });

  it("reads a link whose padding is missing", () => {
    const padded = "[&DQYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=]";
    expect(encodeBuildLink(decoded(padded.replace("=", "")))).toBe(padded);
  });

  it.each([
    ["no link", "hello there", "no-link"],
    ["nothing", "", "no-link"],
    ["an empty link", "[&]", "empty-link"],
    ["a skill link", SKILL, "wrong-type"],
    ["a damaged code", BUILD.replace("PhpL", "Php*"), "bad-base64"],
    ["an unknown type", "[&QAAAAAA=]", "unknown-type"],
    ["a cut-off link", `${BUILD.slice(0, 40)}]`, "cut-off"],
    ["profession 12", `[&DQ${BARE.slice(2).replace(/^E/, "w")}]`, "unknown-profession"],
    ["too many weapons", BUILD.replace(/AEBQBXADUAMQAA]$/, "AFBQBXADUAMQAA]"), "count-exceeds"],
    ["bytes after the end", BUILD.replace("]", "AAAA]"), "bytes-left-over"],
    ["an editor address", "https://en.gw2skills.net/editor/?PSwAEt1w+A-DWJQ-w", "gw2skills-link"],
  ])("refuses %s with its own code, a message and a mend", (_case, text, code) => {
    const error = errorOf(text);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z].*\.$/s);
    expect(error.mend).not.toBe("");
  });

  it("says how much of a cut-off link is there", () => {
    expect(errorOf("[&DQYAAAAqASsATgA2ADYARgBGAEYARgAAAAAAAAAAAAAAAAAAAAAAAAA=]").message).toBe(
      "The link is cut off: 41 bytes of at least 44.",
    );
    expect(errorOf("[&DQwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=]").message).toContain(
      "Unknown profession code 12",
    );
  });

  it("reports the first build link rather than hiding it behind a later one", () => {
    expect(errorOf(`[&DQY=] ${BUILD}`).code).toBe("cut-off");
  });

  it("keeps bits and bytes that the game leaves empty", () => {
    const code = "[&DQEN/i47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAc=]";
    const link = decoded(code);
    expect(link.specializations[0].unusedBits).toBe(3);
    expect(link.unusedBytes.at(-1)).toBe(7);
    expect(encodeBuildLink(link)).toBe(code);
  });

  it("reads hostile input in linear time", () => {
    const size = 400_000;
    for (const piece of ["[&", "[&DQ", "DQ", "DQ ", "[", "&]", "A", " \u200b", "=", "[&A]"]) {
      expect(decodeBuildLink(piece.repeat(size)).ok).toBe(false);
    }
  }, 20_000);
});

describe("decodeChatLink and encodeChatLink", () => {
  it("keeps every part of an item link", () => {
    const code = "[&AiqqtgDgfQ4AAP9fAAAnYAAA]";
    const item = { type: "item", quantity: 42, id: 46762, skin: 3709, upgrades: [24575, 24615] } as const;
    expect(decodeChatLink(code)).toEqual({ ok: true, value: item });
    expect(encodeChatLink(item)).toBe(code);
  });

  it("keeps an item whose second upgrade slot alone is filled", () => {
    const item = { type: "item", quantity: 1, id: 46762, upgrades: [null, 24615] } as const;
    expect(decodeChatLink(encodeChatLink(item))).toEqual({ ok: true, value: item });
  });

  it("keeps links of undocumented content as they are", () => {
    expect(decodeChatLink("[&CAECAw==]")).toEqual({ ok: true, value: { type: "user", payload: "010203" } });
    expect(encodeChatLink({ type: "user", payload: "010203" })).toBe("[&CAECAw==]");
  });

  it.each([
    ["[&BtIW]", "cut-off"],
    ["[&BtIWAAAA]", "bytes-left-over"],
    ["[&AgGqtgBg]", "cut-off"],
    ["[&DAsAAAAm]", "cut-off"],
    ["word", "no-link"],
  ])("refuses %s as %s", (text, code) => {
    expect(decodeChatLink(text)).toMatchObject({ ok: false, error: { code } });
  });

  it("throws a RangeError that names the field when a number does not fit", () => {
    expect(() => encodeChatLink({ type: "item", quantity: 256, id: 1 })).toThrow(/quantity.*255/);
    expect(() => encodeChatLink({ type: "objective", id: "38" })).toThrow(/38-11/);
  });
});

describe("findChatLinks", () => {
  it("finds all links of a text with their places", () => {
    const text = `a ${SKILL} b ${BUILD} c [&!]`;
    const found = findChatLinks(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([SKILL, BUILD, "[&!]"]);
    expect(found.map(({ result }) => (result.ok ? result.value.link.type : result.error.code))).toEqual([
      "skill",
      "build",
      "bad-base64",
    ]);
  });

  it("finds nothing in ordinary text", () => {
    expect(findChatLinks("Power Soulbeast [raid] & more = fun")).toEqual([]);
  });
});
