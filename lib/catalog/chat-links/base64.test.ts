import { describe, expect, it } from "vitest";
import { decodeBase64, encodeBase64 } from "./base64.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("base64", () => {
  // RFC 4648, section 10.
  it.each([
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg=="],
    ["fooba", "Zm9vYmE="],
    ["foobar", "Zm9vYmFy"],
  ])("writes %j as %j and reads it back", (plain, encoded) => {
    expect(encodeBase64(bytesOf(plain))).toBe(encoded);
    expect(decodeBase64(encoded)).toEqual({ ok: true, value: { bytes: bytesOf(plain), canonical: true } });
  });

  it.each([
    ["missing padding", "Zm8"],
    ["stray bits in the last character", "Zm9="],
  ])("reads %s and says that it is not canonical", (_case, text) => {
    const decoded = decodeBase64(text);
    expect(decoded).toMatchObject({ ok: true, value: { bytes: bytesOf("fo"), canonical: false } });
  });

  it("reads the URL-safe alphabet", () => {
    const decoded = decodeBase64("-_-_");
    expect(decoded).toEqual({ ok: true, value: { bytes: Uint8Array.of(251, 255, 191), canonical: false } });
  });

  it.each([
    ["a foreign character", "Zm9v!mFy", 4],
    ["a lone last character", "Zm9vY", 5],
    ["padding inside", "Zg==Zm9v", 2],
    ["too much padding", "Zg===", 3],
    ["padding that does not fit", "Zm9v=", 4],
  ])("refuses %s and says where", (_case, text, position) => {
    expect(decodeBase64(text)).toEqual({ ok: false, error: { position } });
  });
});
