import { setTimeout as pause } from "node:timers/promises";
import { streamText } from "ai";
import { log } from "#lib/platform/log.ts";
import type { AnswerPhase } from "./answer-phase.ts";
import { AiError, type AiFailureCode } from "./failure.ts";
import { type ChatPrompt, withoutHistory } from "./prompt.ts";
import { modelFor, type RoleModel } from "./providers/models.ts";
import { asAiError } from "./providers/ollama-error.ts";
import { createModelQueue, type ModelQueue } from "./queue.ts";
import { insertModelCall } from "./repository.ts";

export interface AnswerRequest {
  /** What the call is for in the records, for instance `chat-answer`. */
  readonly purpose: string;
  /** Who asks, for the limit per person; no more than a key. */
  readonly person: string;
  readonly prompt: ChatPrompt;
  /** Aborts the answer in every phase; the connection to the model is closed at once. */
  readonly signal: AbortSignal;
  readonly onPhase: (phase: AnswerPhase) => void;
  /** Called with every new piece of text. */
  readonly onText: (text: string) => void;
}

/** How an answer ended. `length`: the limit of tokens was reached. `stopped`: the signal aborted. */
export type AnswerOutcome = "complete" | "length" | "stopped" | AiFailureCode;

/** The figures of one call, without personal text. */
export interface ModelCall {
  readonly purpose: string;
  readonly model: string;
  readonly startedAt: Date;
  /** From the end of the waiting; null where no text came. */
  readonly timeToFirstTokenMs: number | null;
  readonly durationMs: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly outcome: AnswerOutcome;
  /** How often the model was asked again. */
  readonly repairs: number;
}

export interface AnswerTimeouts {
  /** Until the first text: loading a cold model and reading the prompt take minutes on slow machines. */
  readonly firstTextMs: number;
  /** Between two pieces of text. */
  readonly nextTextMs: number;
  readonly wholeMs: number;
}

export interface AnswerParts {
  readonly model: RoleModel;
  readonly queue: ModelQueue;
  readonly timeouts: AnswerTimeouts;
  /** Pauses before the model is asked again after a 503; their number is the number of tries. */
  readonly busyPausesMs: readonly number[];
  readonly record: (call: ModelCall) => Promise<void>;
}

const TIMEOUTS: AnswerTimeouts = { firstTextMs: 240_000, nextTextMs: 60_000, wholeMs: 600_000 };

/** Kept on globalThis because the bundler may give every route its own copy of this module. */
const store = globalThis as typeof globalThis & { gw2optimizerModelQueue?: ModelQueue };

/** One answer at a time, Ollama's own default; thirty in line are about ten minutes on a small machine. */
export function chatQueue(): ModelQueue {
  store.gw2optimizerModelQueue ??= createModelQueue({ slots: 1, maxWaiting: 30, maxPerPerson: 2 });
  return store.gw2optimizerModelQueue;
}

/**
 * Has the chat model write an answer. Resolves to how it ended and never rejects for a reason that lies with the
 * model; text that came before a failure has been handed out. An empty answer is asked for once more with a shorter
 * prompt, a busy server up to three times.
 */
export async function writeAnswer(
  request: AnswerRequest,
  { model, queue, timeouts, busyPausesMs, record }: AnswerParts = {
    model: modelFor("chat"),
    queue: chatQueue(),
    timeouts: TIMEOUTS,
    busyPausesMs: [1000, 3000],
    record: insertModelCall,
  },
): Promise<AnswerOutcome> {
  const run = new AnswerRun(request, model, timeouts, busyPausesMs);
  const outcome = await run.inTurn(queue);
  await record(run.figures(outcome)).catch((error: unknown) => {
    log.error({ event: "model call not recorded", err: error }, "model call not recorded");
  });
  return outcome;
}

class AnswerRun {
  private readonly request: AnswerRequest;
  private readonly model: RoleModel;
  private readonly timeouts: AnswerTimeouts;
  private readonly busyPausesMs: readonly number[];
  private readonly startedAt = new Date();
  private startedMs = performance.now();
  private firstTextMs: number | null = null;
  private inputTokens: number | null = null;
  private outputTokens: number | null = null;
  private repairs = 0;

  constructor(
    request: AnswerRequest,
    model: RoleModel,
    timeouts: AnswerTimeouts,
    busyPausesMs: readonly number[],
  ) {
    this.request = request;
    this.model = model;
    this.timeouts = timeouts;
    this.busyPausesMs = busyPausesMs;
  }

  async inTurn(queue: ModelQueue): Promise<AnswerOutcome> {
    const { person, signal, onPhase } = this.request;
    try {
      const onPosition = (position: number) => onPhase({ name: "waiting", position });
      const leave = await queue.enter({ person, signal, onPosition });
      try {
        this.startedMs = performance.now();
        return await this.untilWritten();
      } finally {
        leave();
      }
    } catch (error) {
      if (signal.aborted) return "stopped";
      const failure = asAiError(error);
      log.warn({ event: "model call failed", code: failure.code, err: failure }, "model call failed");
      return failure.code;
    }
  }

  figures(outcome: AnswerOutcome): ModelCall {
    return {
      purpose: this.request.purpose,
      model: this.model.name,
      startedAt: this.startedAt,
      timeToFirstTokenMs: this.firstTextMs,
      durationMs: performance.now() - this.startedMs,
      inputTokens: this.inputTokens,
      outputTokens: this.outputTokens,
      outcome,
      repairs: this.repairs,
    };
  }

  /** Asks, and asks again where that may help and no text has been handed out yet. */
  private async untilWritten(): Promise<AnswerOutcome> {
    const first = await this.askWhileBusy(this.request.prompt);
    if (first !== "empty") return first;
    this.repairs += 1;
    const second = await this.askWhileBusy(withoutHistory(this.request.prompt));
    if (second !== "empty") return second;
    throw new AiError("EMPTY_ANSWER", `no text twice, ${this.outputTokens ?? 0} tokens`);
  }

  private async askWhileBusy(prompt: ChatPrompt): Promise<"complete" | "length" | "empty"> {
    for (const pauseMs of this.busyPausesMs) {
      try {
        return await this.ask(prompt);
      } catch (error) {
        if (asAiError(error).code !== "BUSY" || this.firstTextMs !== null) throw error;
        this.repairs += 1;
        await pause(pauseMs, undefined, { signal: this.request.signal });
      }
    }
    return this.ask(prompt);
  }

  private async ask(prompt: ChatPrompt): Promise<"complete" | "length" | "empty"> {
    const { signal, onPhase } = this.request;
    onPhase({ name: (await this.model.needsLoading(signal)) ? "loading" : "reading" });
    const limit = new TimeLimit(this.timeouts);
    const either = AbortSignal.any([signal, limit.signal]);
    try {
      const result = streamText({
        model: this.model.model,
        instructions: prompt.instructions,
        messages: prompt.messages,
        temperature: this.model.temperature,
        maxOutputTokens: this.model.maxOutputTokens,
        // Trying again is decided here, by the kind of failure and by whether text has been shown.
        maxRetries: 0,
        abortSignal: either,
        onError: () => undefined,
      });
      let ended: "complete" | "length" = "complete";
      let wrote = false;
      for await (const part of result.stream) {
        if (part.type === "text-delta") {
          const text = wrote ? part.text : part.text.trimStart();
          if (text === "") continue;
          limit.gotText();
          if (!wrote) this.noteFirstText();
          wrote = true;
          this.request.onText(text);
        } else if (part.type === "error") {
          throw part.error;
        } else if (part.type === "finish") {
          this.inputTokens = part.totalUsage.inputTokens ?? null;
          this.outputTokens = part.totalUsage.outputTokens ?? null;
          if (part.finishReason === "length") ended = "length";
        }
      }
      // An aborted stream ends as if it were complete.
      either.throwIfAborted();
      this.warnWhereFull();
      return wrote ? ended : "empty";
    } catch (error) {
      either.throwIfAborted();
      throw error;
    } finally {
      limit.lift();
    }
  }

  private noteFirstText(): void {
    this.firstTextMs = performance.now() - this.startedMs;
    this.request.onPhase({ name: "writing" });
  }

  /** Ollama cuts a prompt that is too long without a word; the counters are the only sign. */
  private warnWhereFull(): void {
    const used = (this.inputTokens ?? 0) + (this.outputTokens ?? 0);
    if (used < this.model.numCtx * 0.95) return;
    log.warn({ event: "context nearly full", used, numCtx: this.model.numCtx }, "context nearly full");
  }
}

/** Aborts its signal with AiError TIMEOUT when a phase takes too long. */
class TimeLimit {
  private readonly controller = new AbortController();
  private readonly timeouts: AnswerTimeouts;
  private readonly whole: NodeJS.Timeout;
  private phase: NodeJS.Timeout;

  constructor(timeouts: AnswerTimeouts) {
    this.timeouts = timeouts;
    this.whole = this.after(timeouts.wholeMs, "the whole answer");
    this.phase = this.after(timeouts.firstTextMs, "the first text");
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  gotText(): void {
    clearTimeout(this.phase);
    this.phase = this.after(this.timeouts.nextTextMs, "the next text");
  }

  lift(): void {
    clearTimeout(this.whole);
    clearTimeout(this.phase);
  }

  private after(ms: number, what: string): NodeJS.Timeout {
    const abort = () => this.controller.abort(new AiError("TIMEOUT", `${ms} ms passed without ${what}`));
    return setTimeout(abort, ms);
  }
}
