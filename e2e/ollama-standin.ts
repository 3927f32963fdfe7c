import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { answer, parseJson, pause, readBody, sendJson, sendText } from "./ollama-answer.ts";
import {
  type ChatRequest,
  chatRequestProblem,
  DEFAULT_REPLY,
  installed,
  matchingRule,
  type Reply,
  type Rule,
} from "./ollama-script.ts";

/**
 * A scripted server at the Ollama HTTP protocol (version 0.33) for tests and for work on the interface: no model runs
 * behind it. `node e2e/ollama-standin.ts --port 11434`, or {@link startOllamaStandin} in a test.
 */
export interface StandinOptions {
  /** 0 picks a free port. */
  readonly port?: number;
  readonly models?: readonly string[];
  /** Requests answered at once; further ones wait in line, as with OLLAMA_NUM_PARALLEL. */
  readonly slots?: number;
  /** Time to load a model, also after a request with another `num_ctx`. */
  readonly loadMs?: number;
  readonly rules?: readonly Rule[];
}

export interface RecordedRequest {
  readonly path: string;
  readonly body: unknown;
  readonly startedAt: string;
  chunksSent: number;
  state: "queued" | "loading" | "answering" | "done" | "aborted";
}

export interface OllamaStandin {
  readonly url: string;
  requests(path?: string): readonly RecordedRequest[];
  aborts(): readonly RecordedRequest[];
  /** Resolves as soon as the condition holds; rejects after `timeoutMs`. */
  until(condition: () => boolean, timeoutMs?: number): Promise<void>;
  /** How often a model was loaded, also again because of another `num_ctx`. */
  loads(): number;
  setRules(rules: readonly Rule[]): void;
  /** Puts rules before the present ones, so that tests that run side by side leave each other's alone. */
  addRules(rules: readonly Rule[]): void;
  setModels(models: readonly string[]): void;
  reset(): void;
  close(): Promise<void>;
}

export async function startOllamaStandin(options: StandinOptions = {}): Promise<OllamaStandin> {
  const standin = new Standin(options);
  await standin.listen(options.port ?? 0);
  return standin;
}

class Standin implements OllamaStandin {
  url = "";
  private readonly options: StandinOptions;
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private readonly slots: number;
  private records: RecordedRequest[] = [];
  private rules: Rule[];
  private models: readonly string[];
  private loaded = new Map<string, number>();
  private loadCount = 0;
  private active = 0;
  private waiting: (() => void)[] = [];
  private watchers = new Set<() => void>();

  constructor(options: StandinOptions) {
    this.options = options;
    this.slots = options.slots ?? 1;
    this.models = options.models ?? ["mistral", "nomic-embed-text"];
    this.rules = [...(options.rules ?? [])];
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(port, "127.0.0.1", () => {
        this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
        resolve();
      });
    });
  }

  requests(path?: string): readonly RecordedRequest[] {
    return this.records.filter((record) => path === undefined || record.path === path);
  }

  aborts(): readonly RecordedRequest[] {
    return this.records.filter((record) => record.state === "aborted");
  }

  loads(): number {
    return this.loadCount;
  }

  until(condition: () => boolean, timeoutMs = 5000): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!condition()) return;
        finish();
        resolve();
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`The stand-in did not see what was expected within ${timeoutMs} ms.`));
      }, timeoutMs);
      const finish = () => {
        clearTimeout(timer);
        this.watchers.delete(check);
      };
      this.watchers.add(check);
      check();
    });
  }

  setRules(rules: readonly Rule[]): void {
    this.rules = [...rules];
  }

  addRules(rules: readonly Rule[]): void {
    this.rules = [...rules, ...this.rules];
  }

  setModels(models: readonly string[]): void {
    this.models = models;
  }

  reset(): void {
    this.records = [];
    this.rules = [...(this.options.rules ?? [])];
    this.models = this.options.models ?? ["mistral", "nomic-embed-text"];
    this.loaded.clear();
    this.loadCount = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private note(record: RecordedRequest, state: RecordedRequest["state"]): void {
    if (record.state !== "aborted" && record.state !== "done") record.state = state;
    for (const watcher of [...this.watchers]) watcher();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://standin");
    const text = await readBody(request);
    if (pathname.startsWith("/__")) return this.control(request.method ?? "GET", pathname, text, response);
    const record: RecordedRequest = {
      path: pathname,
      body: text === "" ? undefined : parseJson(text),
      startedAt: new Date().toISOString(),
      chunksSent: 0,
      state: "queued",
    };
    this.records.push(record);
    response.on("close", () => this.note(record, response.writableFinished ? "done" : "aborted"));
    const routes: Readonly<Record<string, () => void | Promise<void>>> = {
      "GET /": () => sendText(response, 200, "Ollama is running"),
      "GET /api/version": () => sendJson(response, 200, { version: "0.33.0" }),
      "GET /api/tags": () => sendJson(response, 200, { models: this.models.map((name) => modelEntry(name)) }),
      "GET /api/ps": () => sendJson(response, 200, { models: this.inMemory() }),
      "POST /api/show": () => this.show(record, response),
      "POST /api/chat": () => this.chat(record, response),
    };
    const handle = routes[`${request.method} ${pathname}`];
    if (handle) await handle();
    else sendText(response, 404, "404 page not found");
  }

  private inMemory() {
    return [...this.loaded].map(([name, context]) => ({ ...modelEntry(name), context_length: context }));
  }

  private show(record: RecordedRequest, response: ServerResponse): void {
    const { model = "" } = (record.body ?? {}) as { model?: string };
    const name = installed(this.models, model);
    if (!name) {
      sendJson(response, 404, { error: `model '${withTag(model)}' not found` });
      return;
    }
    const { details, capabilities } = modelEntry(name);
    sendJson(response, 200, { details, capabilities });
  }

  private async chat(record: RecordedRequest, response: ServerResponse): Promise<void> {
    const problem = chatRequestProblem(record.body);
    if (problem) return sendJson(response, problem.status, { error: problem.message });
    const body = record.body as ChatRequest;
    const name = installed(this.models, body.model);
    if (!name) return sendJson(response, 404, { error: `model '${body.model}' not found` });
    if (name.includes("embed"))
      return sendJson(response, 400, { error: `"${body.model}" does not support chat` });
    const reply = this.nextReply(body);
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const signal = gone.signal;
    try {
      if (!reply.error) await this.takeSlot(signal);
      try {
        if (!reply.error) await this.load(name, body.options?.num_ctx ?? 4096, record, signal);
        this.note(record, "answering");
        await answer(reply, body, response, signal, () => {
          record.chunksSent += 1;
          this.note(record, "answering");
        });
      } finally {
        if (!reply.error) this.leaveSlot();
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private nextReply(body: ChatRequest): Reply {
    const rule = matchingRule(this.rules, body);
    if (!rule) return DEFAULT_REPLY;
    if (rule.times !== undefined) {
      this.rules = this.rules.map((other) =>
        other === rule ? { ...rule, times: (rule.times ?? 1) - 1 } : other,
      );
    }
    return rule.reply;
  }

  private async takeSlot(signal: AbortSignal): Promise<void> {
    if (this.active < this.slots) {
      this.active += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => resolve();
      this.waiting.push(enter);
      signal.addEventListener("abort", () => {
        const index = this.waiting.indexOf(enter);
        if (index < 0) return;
        this.waiting.splice(index, 1);
        reject(signal.reason);
      });
    });
  }

  /** Hands the slot to the next in line, or frees it. */
  private leaveSlot(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.active -= 1;
  }

  private async load(
    name: string,
    numCtx: number,
    record: RecordedRequest,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.loaded.get(name) === numCtx) return;
    this.loadCount += 1;
    this.note(record, "loading");
    await pause(this.options.loadMs ?? 0, signal);
    this.loaded.set(name, numCtx);
  }

  private control(method: string, pathname: string, text: string, response: ServerResponse): void {
    const routes: Readonly<Record<string, () => object>> = {
      "GET /__requests": () => ({ requests: this.records }),
      "GET /__aborts": () => ({ aborts: this.aborts() }),
      "POST /__rules": () => this.changed(() => this.setRules(parseJson(text) as Rule[])),
      "POST /__rules/add": () => this.changed(() => this.addRules(parseJson(text) as Rule[])),
      "POST /__models": () => this.changed(() => this.setModels(parseJson(text) as string[])),
      "POST /__reset": () => this.changed(() => this.reset()),
    };
    const handle = routes[`${method} ${pathname}`];
    if (handle) sendJson(response, 200, handle());
    else sendJson(response, 404, { error: `no control endpoint ${method} ${pathname}` });
  }

  private changed(change: () => void) {
    change();
    return { ok: true };
  }
}

function modelEntry(name: string) {
  return {
    name: withTag(name),
    model: withTag(name),
    modified_at: "2026-08-21T10:00:00Z",
    size: 4_100_000_000,
    digest: "0".repeat(64),
    details: { format: "gguf", family: "llama", parameter_size: "7.2B", quantization_level: "Q4_0" },
    capabilities: name.includes("embed") ? ["embedding"] : ["completion", "tools"],
  };
}

function withTag(name: string): string {
  return name.includes(":") ? name : `${name}:latest`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "11434" },
      models: { type: "string" },
      slots: { type: "string", default: "1" },
      "load-ms": { type: "string", default: "0" },
    },
  });
  const standin = await startOllamaStandin({
    port: Number(values.port),
    models: values.models?.split(",").filter(Boolean),
    slots: Number(values.slots),
    loadMs: Number(values["load-ms"]),
  });
  process.stdout.write(`listening on ${standin.url}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => void standin.close().then(() => process.exit(0)));
  }
}
