import { describe, expect, it } from "vitest";
import { crc24 } from "./crc24.ts";

describe("crc24", () => {
  it("gives the check value of CRC-24/OPENPGP", () => {
    expect(crc24(new TextEncoder().encode("123456789"))).toBe(0x21cf02);
  });

  it("gives the start value for no bytes", () => {
    expect(crc24(new Uint8Array())).toBe(0xb704ce);
  });
});
