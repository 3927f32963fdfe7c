import { isIP } from "node:net";
import { env } from "../env.ts";

const UNKNOWN = "unknown";

/**
 * The network a request came from, to count requests by: an IPv4 address, or the /64 of an IPv6 address, since one
 * line at home owns all of it. Never shown, stored or logged.
 *
 * `X-Forwarded-For` can be written by anybody, so only its right end counts: `recordSocketAddress` appends the
 * address of the socket, and each of the `trustedProxies` in front of the app appended the address it saw before.
 * Where that many entries are missing, a proxy was left out, and the left end is as near as one gets.
 */
export function clientAddress(headers: Pick<Headers, "get">, trustedProxies = env().trustedProxies): string {
  const hops = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  const hop = hops.at(-1 - trustedProxies) ?? hops[0];
  return hop === undefined ? UNKNOWN : networkOf(hop);
}

function networkOf(address: string): string {
  // IPv6 spelling of an IPv4 address, or an IPv4 address with the port some proxies add.
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)?.[1] ?? address;
  switch (isIP(ipv4)) {
    case 4:
      return ipv4;
    case 6:
      return `${firstFourGroups(address)}::/64`;
    default:
      return UNKNOWN;
  }
}

/** The host part of URL spells an IPv6 address in one way, with `::` in place of its longest run of zeros. */
function firstFourGroups(address: string): string {
  const [withoutZone = ""] = address.split("%");
  const canonical = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = !tail ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill("0"), ...after].slice(0, 4).join(":");
}
