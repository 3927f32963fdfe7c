import { request as httpRequest } from "node:http";
import { expect, test } from "@playwright/test";

/** Status of a request that browsers, and what is made like them, would not send. */
async function statusOf(baseURL: string | undefined, method: string, path: string): Promise<number> {
  const { hostname, port } = new URL(baseURL ?? "");
  return new Promise((settle, fail) => {
    const sent = httpRequest({ hostname, port, method, path }, (response) => {
      response.resume();
      settle(response.statusCode ?? 0);
    });
    sent.on("error", fail);
    sent.end();
  });
}

for (const path of ["/b/x%ff", "/b/%E0%A4%A", "/chat/%E0%A4%A"]) {
  test(`${path} is refused with a short page that leads back`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(400);
    expect(response.headers()).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    });
    expect(await response.text()).toContain("not written correctly");
  });
}

test("a malformed address of the API is refused in JSON", async ({ request }) => {
  const response = await request.get("/api/chat/%ff");
  expect(response.status()).toBe(400);
  expect(response.headers()).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
  expect(await response.json()).toMatchObject({ error: { code: "INVALID_INPUT" } });
});

test("TRACE is not answered", async ({ baseURL }) => {
  expect(await statusOf(baseURL, "TRACE", "/")).toBe(405);
});

test("there is no preview of a build whose address cannot be", async ({ request }) => {
  expect((await request.get("/b/%00/opengraph-image")).status()).toBe(404);
});

test("the icon is served under its old name too", async ({ request }) => {
  const response = await request.get("/favicon.ico");
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toContain("image/svg+xml");
});

test("Auth.js names the public address, not the one that the server listens on", async ({
  request,
  baseURL,
}) => {
  const providers = await (await request.get("/api/auth/providers")).json();
  expect(providers.credentials).toMatchObject({
    signinUrl: `${baseURL}/api/auth/signin/credentials`,
    callbackUrl: `${baseURL}/api/auth/callback/credentials`,
  });
});

test("what is wrong with a request is said by field and mend", async ({ request }) => {
  const engine = await request.get("/api/engine");
  expect(engine.status()).toBe(400);
  expect((await engine.json()).error).toMatchObject({
    field: "loadout",
    message: "loadout is missing: give the code of one loadout, as in /api/engine?loadout=CODE.",
  });
  const chat = await request.post("/api/chat", { data: { kind: "shout" } });
  expect(chat.status()).toBe(400);
  expect((await chat.json()).error).toMatchObject({
    field: "kind",
    message: 'Send a JSON object whose kind is "message" or "again".',
  });
});
