import { describe, expect, it } from "vitest";
import { AppError, type AppErrorCode } from "#lib/shared/app-error.ts";
import { readJson } from "./read-json.ts";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

function post(body: BodyInit, headers: Record<string, string> = JSON_TYPE): Request {
  return new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

async function codeOf(request: Request, maxBytes = 100): Promise<AppErrorCode | undefined> {
  const error: unknown = await readJson(request, maxBytes).catch((thrown: unknown) => thrown);
  return error instanceof AppError ? error.code : undefined;
}

describe("readJson", () => {
  it("reads JSON, also where a character is cut in two by the network", async () => {
    const bytes = new TextEncoder().encode('{"name":"Épée"}');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readJson(post(stream), 100)).toEqual({ name: "Épée" });
  });

  it("reads a body of exactly the allowed size and refuses one byte more", async () => {
    expect(await readJson(post('"12345678"'), 10)).toBe("12345678");
    expect(await codeOf(post('"123456789"'), 10)).toBe("TOO_LARGE");
  });

  it("stops reading a body that is longer than allowed", async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    expect(await codeOf(post(endless), 4096)).toBe("TOO_LARGE");
    expect(chunks).toBeLessThan(10);
  });

  it.each([
    ["a broken body", post("{")],
    ["an empty body", post("")],
    ["a form, which other sites may send without asking", post("{}", { "content-type": "text/plain" })],
    ["a body without a type", post("{}", { "content-type": "" })],
  ])("refuses %s", async (_, request) => {
    expect(await codeOf(request)).toBe("INVALID_INPUT");
  });
});
