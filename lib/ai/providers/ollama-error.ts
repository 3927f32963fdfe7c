import { AiError, type AiFailureCode } from "../failure.ts";

/** Words that stay the same between versions of Ollama, in the order in which they are looked for. */
const BY_WORDS: readonly (readonly [RegExp, AiFailureCode])[] = [
  [
    /exceed_context_size|exceeds the available context|longer than the context|context length exceeded/i,
    "CONTEXT_TOO_LONG",
  ],
  [/more system memory|out of memory|resource limitations|failed to allocate/i, "OUT_OF_MEMORY"],
  [/\bbusy\b|maximum pending requests/i, "BUSY"],
  [/timed out/i, "TIMEOUT"],
];

/** Meaning of an answer with an error status. `text` is the `error` field, or the whole body of another server. */
export function refusal(status: number, text: string): AiError {
  const shown = `HTTP ${status} from Ollama: ${text.slice(0, 500)}`;
  const byWords = BY_WORDS.find(([words]) => words.test(text));
  if (byWords) return new AiError(byWords[1], shown);
  if (status === 404 && /\bmodel\b.*not found/i.test(text)) return new AiError("MODEL_MISSING", shown);
  if (status === 503) return new AiError("BUSY", shown);
  if (status === 502 || status === 504) return new AiError("OLLAMA_OFFLINE", shown);
  return new AiError("UNKNOWN", shown);
}

/** Meaning of an error line in the middle of a stream. */
export function brokenStream(text: string): AiError {
  const byWords = BY_WORDS.find(([words]) => words.test(text));
  return new AiError(byWords?.[1] ?? "STREAM_BROKEN", `error line: ${text.slice(0, 500)}`);
}

/** Whatever was thrown on the way to an answer, as one of our own errors. */
export function asAiError(error: unknown): AiError {
  let inner: unknown = error;
  for (let depth = 0; depth < 5 && inner instanceof Error; depth += 1) {
    if (inner instanceof AiError) return inner;
    inner = inner.cause;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (isConnectionLoss(error)) return new AiError("STREAM_BROKEN", message, { cause: error });
  return new AiError("UNKNOWN", message, { cause: error });
}

/** Node's fetch reports a connection that ends in the middle of a body as TypeError "terminated". */
function isConnectionLoss(error: unknown): boolean {
  return (
    error instanceof Error && /terminated|socket|ECONNRESET|other side closed|network/i.test(error.message)
  );
}
