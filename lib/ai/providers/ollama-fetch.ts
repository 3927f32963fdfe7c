import { z } from "zod";
import { AiError } from "../failure.ts";
import { brokenStream, refusal } from "./ollama-error.ts";

export interface WireSettings {
  /** Context in tokens. One value per model in every request: another one makes Ollama load the model again. */
  readonly numCtx: number;
  /** Tokens of an answer where the call names no limit of its own; Ollama's default is no limit. */
  readonly numPredict: number;
  /** How long the model stays in memory after an answer, as Ollama writes durations, e.g. `30m`. */
  readonly keepAlive: string;
}

/**
 * A `fetch` that repairs what ollama-ai-provider-v2 4.0.1 gets wrong at the HTTP edge (docs/decisions/0004): it puts
 * the settings where Ollama reads them, and turns refusals, error lines, streams without their last line and lost
 * connections into {@link AiError}. An abort of the caller's signal is passed on unchanged and closes the connection,
 * which is Ollama's only way to stop.
 */
export function ollamaFetch(settings: WireSettings, base: typeof fetch = fetch): typeof fetch {
  return async (input, init = {}) => {
    const response = await reach(base, input, withSettings(init, settings));
    if (!response.ok) throw refusal(response.status, errorText(await response.text()));
    const type = response.headers.get("content-type") ?? "";
    if (type.includes("ndjson") && response.body) {
      return new Response(response.body.pipeThrough(wholeLines()), answerInit(response));
    }
    if (type.includes("json")) return new Response(wholeObject(await response.text()), answerInit(response));
    throw new AiError("UNKNOWN", `not an Ollama server: it answers with content type "${type}"`);
  };
}

async function reach(base: typeof fetch, input: Parameters<typeof fetch>[0], init: RequestInit) {
  try {
    return await base(input, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new AiError("OLLAMA_OFFLINE", `no connection to ${String(input)}`, { cause: error });
  }
}

const sdkBody = z.looseObject({
  temperature: z.number().optional(),
  top_p: z.number().optional(),
  max_output_tokens: z.number().optional(),
  tool_choice: z.unknown().optional(),
  tools: z.unknown().optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});

/** Moves the sampling settings from the top level, where Ollama ignores them, into `options`. */
function withSettings(init: RequestInit, settings: WireSettings): RequestInit {
  if (typeof init.body !== "string") return init;
  const parsed = sdkBody.parse(JSON.parse(init.body));
  const { temperature, top_p, max_output_tokens, tool_choice, tools, options, ...rest } = parsed;
  const body = {
    ...rest,
    ...(tools !== undefined && tool_choice !== "none" ? { tools } : {}),
    keep_alive: settings.keepAlive,
    options: {
      num_predict: max_output_tokens ?? settings.numPredict,
      temperature,
      top_p,
      ...options,
      num_ctx: settings.numCtx,
    },
  };
  return { ...init, body: JSON.stringify(body) };
}

function answerInit(response: Response): ResponseInit {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  headers.delete("content-encoding");
  return { status: response.status, headers };
}

const errorBody = z.object({ error: z.unknown() });

/** Ollama's own words: `{"error":"text"}`, where the text may itself be JSON with a nested `message`. */
function errorText(body: string): string {
  const parsed = errorBody.safeParse(parseJson(body));
  if (!parsed.success) return body;
  return typeof parsed.data.error === "string" ? parsed.data.error : JSON.stringify(parsed.data.error);
}

const streamEvent = z.looseObject({ error: z.unknown().optional(), done: z.boolean().optional() });

/** Checks one event of an answer. Returns whether it is the last one. */
function checkEvent(line: string): boolean {
  const event = streamEvent.safeParse(parseJson(line));
  if (!event.success) throw new AiError("STREAM_BROKEN", `not an event: ${line.slice(0, 200)}`);
  const { error, done } = event.data;
  if (error !== undefined) throw brokenStream(typeof error === "string" ? error : JSON.stringify(error));
  return done === true;
}

function wholeObject(body: string): string {
  if (!checkEvent(body)) throw new AiError("STREAM_BROKEN", "an answer without done");
  return body;
}

/** Passes on whole lines only, however the network cut them, and ends in an error unless the last one says `done`. */
function wholeLines(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let tail = "";
  let done = false;
  const pass = (line: string, controller: TransformStreamDefaultController<Uint8Array>) => {
    if (line.trim() === "") return;
    done = checkEvent(line) || done;
    controller.enqueue(encoder.encode(`${line}\n`));
  };
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (tail + decoder.decode(chunk, { stream: true })).split("\n");
      tail = lines.pop() ?? "";
      for (const line of lines) pass(line, controller);
    },
    flush(controller) {
      pass(tail + decoder.decode(), controller);
      if (!done) throw new AiError("STREAM_BROKEN", "the stream ended without its last line");
    },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
