import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordSocketAddress } from "./record-socket-address.ts";

describe("recordSocketAddress", () => {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((incoming, response) => {
    seen.push(incoming.headers);
    response.end();
  });

  beforeAll(async () => {
    recordSocketAddress();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  function forwardedFor(headers: Record<string, string | string[]>): Promise<unknown> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      request({ host: "127.0.0.1", port, headers, agent: false }, (response) => {
        response.resume();
        response.on("end", () => resolve(seen.pop()?.["x-forwarded-for"]));
      })
        .on("error", reject)
        .end();
    });
  }

  it("gives the handler the address of the socket", async () => {
    expect(await forwardedFor({})).toBe("127.0.0.1");
  });

  it("puts it behind whatever the client claims", async () => {
    expect(await forwardedFor({ "x-forwarded-for": "9.9.9.9" })).toBe("9.9.9.9, 127.0.0.1");
    expect(await forwardedFor({ "x-forwarded-for": ["9.9.9.9", "8.8.8.8"] })).toBe(
      "9.9.9.9, 8.8.8.8, 127.0.0.1",
    );
  });
});
