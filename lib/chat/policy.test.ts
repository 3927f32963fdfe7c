import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/accounts/actor.ts";
import type { UserId } from "#lib/shared/ids.ts";
import { endOf, failureCodeOf, ownerOf, owns, titleOf, UNTITLED } from "./policy.ts";

const user: Actor = { kind: "user", userId: "u1" as UserId, displayName: "Anna" };
const visitor: Actor = { kind: "visitor", visitorHash: "h1" };
const nobody: Actor = { kind: "visitor", visitorHash: null };

describe("owns", () => {
  it.each([
    ["a user their own", user, { userId: "u1", visitorHash: null }, true],
    ["a user another's", user, { userId: "u2", visitorHash: null }, false],
    ["a user a visitor's", user, { userId: null, visitorHash: "h1" }, false],
    ["a visitor their own", visitor, { userId: null, visitorHash: "h1" }, true],
    ["a visitor another's", visitor, { userId: null, visitorHash: "h2" }, false],
    ["a visitor a user's", visitor, { userId: "u1", visitorHash: null }, false],
    ["a visitor without a cookie a user's", nobody, { userId: "u1", visitorHash: null }, false],
  ])("%s: %o", (_who, actor, chat, expected) => {
    expect(owns(actor, chat)).toBe(expected);
  });

  it("gives a visitor without a cookie nothing to own", () => {
    expect(ownerOf(nobody)).toBeNull();
  });
});

describe("titleOf", () => {
  it.each([
    ["How do I play a healer?\nIn raids.", "How do I play a healer?"],
    ["  spaced   out  ", "spaced out"],
    ["", UNTITLED],
    [
      "What is the best way to keep quickness up on five players all the time in fractals?",
      "What is the best way to keep quickness up on five players…",
    ],
    ["x".repeat(80), `${"x".repeat(60)}…`],
  ])("of %j is %j", (text, title) => {
    expect(titleOf(text)).toBe(title);
  });
});

describe("endOf", () => {
  it.each([
    ["complete", "complete", null, false],
    ["length", "complete", null, true],
    ["stopped", "stopped", null, false],
    ["OLLAMA_OFFLINE", "failed", "OLLAMA_OFFLINE", false],
  ] as const)("keeps %s as %s", (outcome, status, errorCode, cutShort) => {
    expect(endOf(outcome)).toEqual({ status, errorCode, cutShort });
  });
});

describe("failureCodeOf", () => {
  it("takes a code it does not know for UNKNOWN, and none where nothing failed", () => {
    expect(failureCodeOf({ status: "failed", errorCode: "OF_ANOTHER_VERSION" })).toBe("UNKNOWN");
    expect(failureCodeOf({ status: "failed", errorCode: "BUSY" })).toBe("BUSY");
    expect(failureCodeOf({ status: "stopped", errorCode: null })).toBeNull();
  });
});
