import type { LanguageModel } from "ai";
import { createOllama } from "ollama-ai-provider";
import { env } from "#lib/platform/env.ts";
import { type OllamaApi, ollamaApi, sameModel } from "./ollama-api.ts";
import { ollamaFetch } from "./ollama-fetch.ts";

/** What a caller wants a model for. Which model that is, and which program runs it, is decided here alone. */
export type ModelRole = "chat";

export interface RoleModel {
  /** Name as its program knows it, for instance `mistral`. */
  readonly name: string;
  readonly model: LanguageModel;
  /** Tokens that prompt and answer share. */
  readonly numCtx: number;
  readonly maxOutputTokens: number;
  readonly temperature: number;
  /** Whether a request would have to wait for the model to be loaded; null when that cannot be found out. */
  needsLoading(signal: AbortSignal): Promise<boolean | null>;
}

/** One constant context for every model and call: 8192 tokens fit a 7B model at 4 bits on 8 GB. */
export const NUM_CTX = 8192;

const KEEP_ALIVE = "30m";

/** Prose: some freedom, a bounded length. */
const ROLES = {
  chat: { temperature: 0.6, maxOutputTokens: 800 },
} as const satisfies Record<ModelRole, { temperature: number; maxOutputTokens: number }>;

export interface OllamaSettings {
  readonly baseUrl: string;
  readonly chatModel: string;
}

export function configuredOllama(): OllamaSettings {
  const { ollamaBaseUrl, ollamaChatModel } = env();
  return { baseUrl: ollamaBaseUrl, chatModel: ollamaChatModel };
}

/** The model of a role. Cheap: makes no request. */
export function modelFor(role: ModelRole, settings: OllamaSettings = configuredOllama()): RoleModel {
  const { temperature, maxOutputTokens } = ROLES[role];
  const wire = { numCtx: NUM_CTX, numPredict: maxOutputTokens, keepAlive: KEEP_ALIVE };
  const provider = createOllama({ baseURL: `${settings.baseUrl}/api`, fetch: ollamaFetch(wire) });
  const api = ollamaApi(settings.baseUrl);
  const name = settings.chatModel;
  return {
    name,
    model: provider(name),
    numCtx: NUM_CTX,
    maxOutputTokens,
    temperature,
    needsLoading: (signal) => needsLoading(api, name, signal),
  };
}

async function needsLoading(api: OllamaApi, name: string, signal: AbortSignal): Promise<boolean | null> {
  try {
    const loaded = await api.loadedModels(AbortSignal.any([signal, AbortSignal.timeout(1000)]));
    const entry = [...loaded].find(([loadedName]) => sameModel(loadedName, name));
    return entry === undefined || (entry[1] !== 0 && entry[1] !== NUM_CTX);
  } catch {
    return null;
  }
}
