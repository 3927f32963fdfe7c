import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

function address(forwardedFor: string | null, trustedProxies = 0): string {
  return clientAddress(
    new Headers(forwardedFor === null ? {} : { "x-forwarded-for": forwardedFor }),
    trustedProxies,
  );
}

describe("clientAddress", () => {
  it("is the address of the socket, whatever the client claims", () => {
    expect(address("203.0.113.7")).toBe("203.0.113.7");
    expect(address("9.9.9.9, 203.0.113.7")).toBe("203.0.113.7");
  });

  it("is what the outermost trusted proxy saw", () => {
    expect(address("9.9.9.9, 203.0.113.7, 10.0.0.1", 1)).toBe("203.0.113.7");
    expect(address("9.9.9.9, 203.0.113.7, 10.0.0.2, 10.0.0.1", 2)).toBe("203.0.113.7");
  });

  it("is the leftmost where fewer proxies answered than are trusted", () => {
    expect(address("10.0.0.1", 1)).toBe("10.0.0.1");
  });

  it.each([
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["203.0.113.7:51234", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["1:2:3::", "1:2:3:0::/64"],
  ])("counts %s as %s", (given, counted) => {
    expect(address(given)).toBe(counted);
  });

  it.each([null, "", " , ", "unknown", "not an address", "999.1.1.1"])(
    "is one common value for %j",
    (given) => {
      expect(address(given)).toBe("unknown");
    },
  );
});
