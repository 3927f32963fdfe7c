import { describe, expect, it } from "vitest";
import { askSchema } from "./schema.ts";
import { findBuildLink, MAX_MESSAGE_LENGTH } from "./view.ts";

const CHAT_ID = "0199d3a0-0000-7000-8000-000000000001";

describe("findBuildLink", () => {
  it.each([
    ["/b/heal-firebrand-x2k9abcd", "heal-firebrand-x2k9abcd"],
    ["https://builds.example.org/b/heal-x2k9", "heal-x2k9"],
    ["http://localhost:3000/b/heal-x2k9?from=chat", "heal-x2k9"],
    ["What about (http://localhost:3000/b/heal-x2k9), please", "heal-x2k9"],
    ["Look: /b/one-x2k9. And /b/two-x2k9", "one-x2k9"],
    ["a/b/c is no link", null],
    ["/b/", null],
    ["nothing", null],
  ])("in %j is %j", (text, slug) => {
    expect(findBuildLink(text)).toBe(slug);
  });
});

describe("askSchema", () => {
  const problem = (input: unknown) => {
    const parsed = askSchema.safeParse(input);
    return parsed.success ? null : [parsed.error.issues[0]?.path.join("."), parsed.error.issues[0]?.message];
  };

  it("takes a message and the wish for another answer", () => {
    expect(problem({ kind: "message", chatId: CHAT_ID, text: "Hello" })).toBeNull();
    expect(problem({ kind: "again", chatId: CHAT_ID })).toBeNull();
  });

  it.each([
    ["   ", ["text", "Write a message first."]],
    ["x".repeat(MAX_MESSAGE_LENGTH + 1), ["text", expect.stringContaining("at most 4000 characters")]],
  ])("names the field and the mend of a bad message", (text, expected) => {
    expect(problem({ kind: "message", chatId: CHAT_ID, text })).toEqual(expected);
  });

  it("names a bad chat id and a bad build", () => {
    expect(problem({ kind: "again", chatId: "1" })).toEqual(["chatId", "This is not the id of a chat."]);
    expect(problem({ kind: "message", chatId: CHAT_ID, text: "x", build: "../etc" })?.[0]).toBe("build");
  });

  it.each([null, [], {}, { kind: "shout" }, { kind: ["message"] }])(
    "says which kinds of question there are to one of another kind: %j",
    (input) => {
      expect(problem(input)?.[1]).toBe('Send a JSON object whose kind is "message" or "again".');
    },
  );
});
