import { describe, expect, it } from "vitest";
import { redirectUnreadable } from "./refuse-unreadable.ts";
import { unreadableResponse } from "./unreadable-response.ts";

function sent(url: string, method = "GET") {
  const request = { url, method };
  redirectUnreadable(request);
  return [request.method, request.url];
}

describe("redirectUnreadable", () => {
  it.each([
    ["/b/x%ff", "page-address"],
    ["/b/%E0%A4%A", "page-address"],
    ["/chat/%E0%A4%A?build=x", "page-address"],
    ["/%", "page-address"],
    ["/api/chat/%ff", "address"],
  ])("sends the malformed address %s to its refusal", (url, reason) => {
    expect(sent(url)).toEqual(["GET", `/api/unreadable/${reason}`]);
    expect(sent(url, "POST")).toEqual(["GET", `/api/unreadable/${reason}`]);
    expect(sent(url, "HEAD")).toEqual(["HEAD", `/api/unreadable/${reason}`]);
  });

  it("sends TRACE to its refusal, whatever the address", () => {
    expect(sent("/", "TRACE")).toEqual(["GET", "/api/unreadable/method"]);
    expect(sent("/b/x%ff", "TRACE")).toEqual(["GET", "/api/unreadable/method"]);
  });

  it.each(["/", "/b/heal-x2k9", "/b/%E2%9C%93", "/b/%00", "/builds?q=100%", "/api/engine?loadout=%ff"])(
    "leaves %s alone",
    (url) => {
      expect(sent(url, "POST")).toEqual(["POST", url]);
    },
  );
});

describe("unreadableResponse", () => {
  it("refuses a malformed address of a page with a page that leads back", async () => {
    const response = unreadableResponse("page-address");
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toContain('<a href="/">');
  });

  it("refuses a malformed address of the API in JSON", async () => {
    const response = unreadableResponse("address");
    expect(response.status).toBe(400);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.json()).toMatchObject({
      error: { code: "INVALID_INPUT", message: expect.stringContaining("Check how it was copied") },
    });
  });

  it("refuses a method with 405 and those that there are", () => {
    const response = unreadableResponse("method");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toContain("GET");
  });

  it("knows no other reason", () => {
    expect(unreadableResponse("other").status).toBe(404);
  });
});
