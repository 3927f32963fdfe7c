import { describe, expect, it } from "vitest";
import { dayOf, isRobot, viewerOf } from "./visitor.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const salt = new Uint8Array(32).fill(1);
const visitor = { address: "203.0.113.7", userAgent: FIREFOX };

describe("what a visitor is known by", () => {
  it("is the same all day, and another with another address, browser or salt", () => {
    const known = viewerOf(salt, visitor).toString("hex");
    expect(viewerOf(salt, { ...visitor }).toString("hex")).toBe(known);
    const others = [
      viewerOf(salt, { ...visitor, address: "203.0.113.8" }),
      viewerOf(salt, { ...visitor, userAgent: "Other" }),
      viewerOf(new Uint8Array(32).fill(2), visitor),
      viewerOf(salt, { address: "203.0.113.7M", userAgent: FIREFOX.slice(1) }),
    ];
    for (const other of others) expect(other.toString("hex")).not.toBe(known);
  });

  it("is eight bytes, in which nothing of the address stands", () => {
    expect(viewerOf(salt, visitor)).toHaveLength(8);
  });
});

it.each([
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true],
  ["Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)", true],
  ["curl/8.5.0", true],
  ["", true],
  [FIREFOX, false],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1", false],
])("programs are no visitors: %s", (userAgent, expected) => {
  expect(isRobot({ address: "203.0.113.7", userAgent })).toBe(expected);
});

it("a day begins at midnight UTC", () => {
  expect(dayOf(new Date("2026-11-21T23:59:59.999Z"))).toBe("2026-11-21");
  expect(dayOf(new Date("2026-11-22T00:00:00.000Z"))).toBe("2026-11-22");
});
