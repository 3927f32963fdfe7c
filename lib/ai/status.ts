import { describeFailure } from "./failure.ts";
import type { OllamaStatus } from "./model-status.ts";
import { configuredOllama, type OllamaSettings } from "./providers/models.ts";
import { type OllamaApi, ollamaApi, sameModel } from "./providers/ollama-api.ts";

const TIMEOUT_MS = 1500;
const LIFETIME_MS = 3000;

/** The last look, shared by everybody who asks within {@link LIFETIME_MS}. Each process has its own. */
let recent: { readonly key: string; readonly at: number; readonly status: Promise<OllamaStatus> } | undefined;

/**
 * Looks whether Ollama answers and has the chat model. Never throws, takes at most 1.5 s, and asks the server at most
 * once in three seconds.
 */
export function ollamaStatus(settings: OllamaSettings = configuredOllama()): Promise<OllamaStatus> {
  const key = `${settings.baseUrl} ${settings.chatModel}`;
  const now = performance.now();
  if (recent?.key === key && now - recent.at < LIFETIME_MS) return recent.status;
  const status = look(ollamaApi(settings.baseUrl), settings.chatModel);
  recent = { key, at: now, status };
  return status;
}

/** Has the next call look again: for tests. */
export function forgetOllamaStatus(): void {
  recent = undefined;
}

async function look(api: OllamaApi, model: string): Promise<OllamaStatus> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const [installed, version] = await Promise.all([
      api.installedModels(signal),
      api.version(signal).catch(() => null),
    ]);
    if (installed.some((name) => sameModel(name, model))) return { state: "ready", model, version };
    return { state: "model-missing", model, version, failure: describeFailure("MODEL_MISSING", model) };
  } catch {
    return { state: "offline", model, version: null, failure: describeFailure("OLLAMA_OFFLINE", model) };
  }
}
