import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ChatRequest, Reply } from "#e2e/ollama-script.ts";
import { type OllamaStandin, startOllamaStandin } from "#e2e/ollama-standin.ts";
import { type AnswerParts, type ModelCall, writeAnswer } from "./answer.ts";
import type { AnswerPhase } from "./answer-phase.ts";
import { chatPrompt } from "./prompt.ts";
import { modelFor } from "./providers/models.ts";
import { createModelQueue } from "./queue.ts";

let ollama: OllamaStandin;

beforeAll(async () => {
  ollama = await startOllamaStandin();
});
afterEach(() => ollama.reset());
afterAll(() => ollama.close());

const TURNS = [
  { role: "user", text: "An old question" },
  { role: "assistant", text: "An old answer" },
  { role: "user", text: "Hello" },
] as const;

interface Overrides extends Partial<AnswerParts> {
  readonly signal?: AbortSignal;
  readonly baseUrl?: string;
  readonly chatModel?: string;
  readonly onText?: (text: string) => void;
}

/** Asks as the app does, with pauses that suit a test, and collects all that is handed out. */
async function ask({
  signal,
  baseUrl = ollama.url,
  chatModel = "mistral",
  onText,
  ...parts
}: Overrides = {}) {
  const pieces: string[] = [];
  const phases: AnswerPhase[] = [];
  const calls: ModelCall[] = [];
  const outcome = await writeAnswer(
    {
      purpose: "test",
      person: "somebody",
      prompt: chatPrompt(TURNS, null, 8192),
      signal: signal ?? new AbortController().signal,
      onPhase: (phase) => phases.push(phase),
      onText: (text) => {
        pieces.push(text);
        onText?.(text);
      },
    },
    {
      model: modelFor("chat", { baseUrl, chatModel }),
      queue: createModelQueue({ slots: 1, maxWaiting: 5, maxPerPerson: 5 }),
      timeouts: { firstTextMs: 5000, nextTextMs: 5000, wholeMs: 10_000 },
      busyPausesMs: [5, 5],
      record: async (call) => void calls.push(call),
      ...parts,
    },
  );
  return { outcome, text: pieces.join(""), pieces, phases, call: calls[0] };
}

function reply(value: Reply, times?: number): void {
  ollama.setRules([{ times, reply: value }]);
}

function sent(at = -1): ChatRequest {
  return ollama.requests("/api/chat").at(at)?.body as ChatRequest;
}

describe("writeAnswer against a server at the Ollama protocol", () => {
  it("hands out the text piece by piece and reports its phases", async () => {
    reply({ text: "one two three four five six seven", delayMs: 5 });
    const { outcome, text, pieces, phases } = await ask();
    expect(outcome).toBe("complete");
    expect(text).toBe("one two three four five six seven");
    expect(pieces.length).toBeGreaterThan(5);
    expect(phases.map(({ name }) => name)).toEqual(["loading", "writing"]);
  });

  it("says reading in place of loading once the model is in memory with the same context", async () => {
    reply({ text: "word" });
    await ask();
    const { phases } = await ask();
    expect(phases.map(({ name }) => name)).toEqual(["reading", "writing"]);
    expect(ollama.loads()).toBe(1);
  });

  it("puts every setting where Ollama reads it and none at the top level", async () => {
    reply({ text: "word" });
    await ask();
    expect(sent().options).toEqual({ temperature: 0.6, num_predict: 800, num_ctx: 8192 });
    expect(sent().keep_alive).toBe("30m");
    expect(Object.keys(sent()).toSorted()).toEqual([
      "keep_alive",
      "messages",
      "model",
      "options",
      "stream",
      "think",
    ]);
  });

  it("sends the instructions and the conversation as plain messages", async () => {
    reply({ text: "word" });
    await ask();
    expect(sent().messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(sent().messages.at(-1)?.content).toContain("<player>\nHello\n</player>");
  });

  it("reads an answer whose lines arrive in pieces of three bytes, also inside a character", async () => {
    reply({ chunks: ["Wächter ", "守護者 ", "<b>&"], splitBytes: 3 });
    expect((await ask()).text).toBe("Wächter 守護者 <b>&");
  });

  it.each([
    ["an unknown model", { status: 404, message: "model 'x' not found" }, "MODEL_MISSING"],
    [
      "a full server",
      { status: 503, message: "server busy, please try again.  maximum pending requests exceeded" },
      "BUSY",
    ],
    [
      "a prompt over the context",
      {
        status: 400,
        message:
          '{"error":{"code":400,"message":"request (26528 tokens) exceeds the available context size"}}',
      },
      "CONTEXT_TOO_LONG",
    ],
    [
      "too little memory",
      { status: 500, message: "model requires more system memory (5.6 GiB) than is available (2.1 GiB)" },
      "OUT_OF_MEMORY",
    ],
    [
      "a runner that died for want of resources",
      {
        status: 500,
        message: "model runner has unexpectedly stopped, this may be due to resource limitations",
      },
      "OUT_OF_MEMORY",
    ],
    [
      "a load that took too long",
      { status: 500, message: "timed out waiting for llama runner to start" },
      "TIMEOUT",
    ],
    ["a gateway without a server behind it", { status: 502, message: "bad gateway" }, "OLLAMA_OFFLINE"],
    ["anything else", { status: 400, message: '"mistral" does not support chat' }, "UNKNOWN"],
  ] as const)("names %s", async (_what, error, code) => {
    reply({ error });
    const { outcome, call } = await ask();
    expect(outcome).toBe(code);
    expect(call).toMatchObject({ outcome: code, timeToFirstTokenMs: null, model: "mistral" });
  });

  it("names a model that the server does not have", async () => {
    expect((await ask({ chatModel: "mistral-nemo" })).outcome).toBe("MODEL_MISSING");
  });

  it("names a server that is not there", async () => {
    expect((await ask({ baseUrl: await closedPort() })).outcome).toBe("OLLAMA_OFFLINE");
  });

  it("names another server at the address by its page in place of an answer", async () => {
    reply({ raw: { status: 200, contentType: "text/html", body: "<html>hello</html>" } });
    expect((await ask()).outcome).toBe("UNKNOWN");
  });

  it.each([
    ["an error line", "error", "STREAM_BROKEN"],
    ["the end of the stream without done", "end", "STREAM_BROKEN"],
    ["a cut connection", "cut", "STREAM_BROKEN"],
  ] as const)("keeps what came before %s and names it", async (_what, how, code) => {
    reply({ text: "kept words and more", delayMs: 5, failAfter: { chunks: 2, how } });
    const { outcome, text, call } = await ask();
    expect(outcome).toBe(code);
    expect(text).toBe("kept words");
    expect(call?.timeToFirstTokenMs).toBeGreaterThan(0);
  });

  it("reads the reason of an error line", async () => {
    reply({ text: "a b c", failAfter: { chunks: 1, how: "error", message: "CUDA error: out of memory" } });
    expect((await ask()).outcome).toBe("OUT_OF_MEMORY");
  });

  it("asks a busy server again", async () => {
    ollama.setRules([
      { times: 2, reply: { error: { status: 503, message: "server busy" } } },
      { reply: { text: "there" } },
    ]);
    const { outcome, text, call } = await ask();
    expect([outcome, text, call?.repairs]).toEqual(["complete", "there", 2]);
  });

  it("asks once more, without the conversation, when tokens were counted but no text came", async () => {
    ollama.setRules([{ times: 1, reply: { empty: true } }, { reply: { text: "second try" } }]);
    const { outcome, text, call } = await ask();
    expect([outcome, text, call?.repairs]).toEqual(["complete", "second try", 1]);
    expect(sent().messages.map(({ role }) => role)).toEqual(["system", "user"]);
  });

  it("names an answer that is empty twice, or only white space", async () => {
    reply({ chunks: [" ", "\n"] });
    const { outcome, text } = await ask();
    expect([outcome, text]).toEqual(["EMPTY_ANSWER", ""]);
    expect(ollama.requests("/api/chat")).toHaveLength(2);
  });

  it("tells an answer that reached its limit of tokens", async () => {
    reply({ text: "too long", doneReason: "length" });
    const { outcome, call } = await ask();
    expect(outcome).toBe("length");
    expect(call?.outputTokens).toBe(2);
    expect(call?.inputTokens).toBeGreaterThan(50);
  });

  it.each([
    ["the first text", { hang: true }],
    ["the next text", { text: "a b", delayMs: 10_000 }],
  ] as const)("gives up when %s does not come in time, and closes the connection", async (_what, value) => {
    reply(value);
    const { outcome } = await ask({ timeouts: { firstTextMs: 150, nextTextMs: 150, wholeMs: 10_000 } });
    expect(outcome).toBe("TIMEOUT");
    await ollama.until(() => ollama.aborts().length === 1);
  });

  it("gives up an answer that goes on for ever", async () => {
    reply({ text: "word ".repeat(2000), delayMs: 5 });
    const { outcome } = await ask({ timeouts: { firstTextMs: 1000, nextTextMs: 1000, wholeMs: 200 } });
    expect(outcome).toBe("TIMEOUT");
  });
});

describe("an abort", () => {
  it("reaches the server at once while it writes, and keeps the text", async () => {
    reply({ text: "word ".repeat(400), delayMs: 10 });
    const stop = new AbortController();
    let pieces = 0;
    const { outcome, text } = await ask({
      signal: stop.signal,
      onText: () => {
        pieces += 1;
        if (pieces === 5) stop.abort();
      },
    });
    expect(outcome).toBe("stopped");
    expect(text).toContain("word");
    await ollama.until(() => ollama.aborts().length === 1);
    expect(ollama.aborts()[0]?.chunksSent).toBeLessThan(50);
  });

  it.each([
    ["before the first text", { hang: true }],
    ["during a pause before another try", { error: { status: 503, message: "busy" } }],
  ] as const)("ends the answer %s", async (_what, value) => {
    reply(value);
    const stop = new AbortController();
    const answer = ask({ signal: stop.signal, busyPausesMs: [60_000] });
    await ollama.until(() => ollama.requests("/api/chat").length === 1);
    stop.abort();
    expect((await answer).outcome).toBe("stopped");
  });

  it("frees the place in the line for the next", async () => {
    reply({ text: "word ".repeat(400), delayMs: 10 });
    const queue = createModelQueue({ slots: 1, maxWaiting: 5, maxPerPerson: 5 });
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const one = ask({ queue, signal: first.signal });
    const two = ask({ queue, signal: second.signal });
    const three = ask({ queue, signal: third.signal, onText: () => third.abort() });
    await ollama.until(() => ollama.requests("/api/chat").length === 1);
    second.abort();
    first.abort();
    expect((await one).outcome).toBe("stopped");
    expect((await two).outcome).toBe("stopped");
    expect((await three).text).toContain("word");
    expect((await two).phases).toEqual([{ name: "waiting", position: 1 }]);
    expect((await three).phases.slice(0, 2)).toEqual([
      { name: "waiting", position: 2 },
      { name: "waiting", position: 1 },
    ]);
    expect(ollama.requests("/api/chat")).toHaveLength(2);
  });
});

/** An address on which nothing listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
