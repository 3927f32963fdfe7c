import type { IncomingMessage, ServerResponse } from "node:http";
import type { ChatRequest, Reply } from "./ollama-script.ts";

/** Writes a scripted reply as a real server frames it. `chunkSent` is called after every chunk. */
export async function answer(
  reply: Reply,
  body: ChatRequest,
  response: ServerResponse,
  signal: AbortSignal,
  chunkSent: () => void,
): Promise<void> {
  await pause(reply.hang ? 2 ** 30 : (reply.firstDelayMs ?? 0), signal);
  if (reply.drop) return void response.destroy();
  if (reply.error) return sendJson(response, reply.error.status, { error: reply.error.message });
  if (reply.raw) return sendRaw(response, reply.raw);
  const chunks = reply.empty ? [] : [...(reply.chunks ?? words(reply.text ?? ""))];
  const stop = Math.min(chunks.length, reply.failAfter?.chunks ?? chunks.length);
  const write = (event: object) => writeLine(response, event, reply.splitBytes);
  response.writeHead(200, { "Content-Type": "application/x-ndjson" });
  for (const content of chunks.slice(0, stop)) {
    await write({ ...stamp(body), message: { role: "assistant", content }, done: false });
    chunkSent();
    await pause(reply.delayMs ?? 0, signal);
  }
  if (reply.failAfter) {
    if (reply.failAfter.how === "cut") return void response.destroy();
    if (reply.failAfter.how === "error")
      await write({ error: reply.failAfter.message ?? "an error was encountered" });
    return void response.end();
  }
  await write({
    ...stamp(body),
    message: { role: "assistant", content: "" },
    done: true,
    done_reason: reply.doneReason ?? "stop",
    total_duration: 4_900_000_000,
    load_duration: 1_300_000,
    prompt_eval_count: Math.ceil(JSON.stringify(body.messages).length / 4),
    prompt_eval_duration: 340_000_000,
    eval_count: Math.max(1, chunks.length),
    eval_duration: 4_500_000_000,
  });
  response.end();
}

function stamp(body: ChatRequest) {
  return { model: body.model, created_at: new Date().toISOString() };
}

function words(text: string): string[] {
  return text.match(/\s*\S+/g) ?? [];
}

/** One line, as Go writes it, in one write or cut into pieces of `splitBytes` (also inside a character). */
async function writeLine(response: ServerResponse, event: object, splitBytes?: number): Promise<void> {
  const escaped = JSON.stringify(event).replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
  const bytes = Buffer.from(`${escaped}\n`);
  for (let at = 0; at < bytes.length; at += splitBytes ?? bytes.length) {
    response.write(bytes.subarray(at, at + (splitBytes ?? bytes.length)));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  sendRaw(response, { status, contentType: "text/plain; charset=utf-8", body: text });
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendRaw(response, { status, contentType: "application/json; charset=utf-8", body: JSON.stringify(value) });
}

function sendRaw(
  response: ServerResponse,
  { status, contentType, body }: { status: number; contentType: string; body: string },
): void {
  response.writeHead(status, { "Content-Type": contentType });
  response.end(body);
}
