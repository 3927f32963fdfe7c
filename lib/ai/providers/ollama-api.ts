import { z } from "zod";
import { refusal } from "./ollama-error.ts";

/** The questions about the server itself that the provider does not ask. Names come with their tag: `mistral:latest`. */
export interface OllamaApi {
  version(signal: AbortSignal): Promise<string>;
  installedModels(signal: AbortSignal): Promise<readonly string[]>;
  /** Models in memory with the context they were loaded with, in tokens; 0 where the server does not say. */
  loadedModels(signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
}

const versionAnswer = z.object({ version: z.string() });
const tagsAnswer = z.object({ models: z.array(z.object({ name: z.string() })) });
const psAnswer = z.object({
  models: z.array(z.object({ name: z.string(), context_length: z.number().default(0) })),
});

/** Every call throws where the server does not answer as Ollama does. */
export function ollamaApi(baseUrl: string): OllamaApi {
  const get = async <Answer>(path: string, schema: z.ZodType<Answer>, signal: AbortSignal) => {
    const response = await fetch(`${baseUrl}${path}`, { signal, cache: "no-store" });
    if (!response.ok) throw refusal(response.status, await response.text());
    return schema.parse(await response.json());
  };
  return {
    version: async (signal) => (await get("/api/version", versionAnswer, signal)).version,
    installedModels: async (signal) =>
      (await get("/api/tags", tagsAnswer, signal)).models.map(({ name }) => name),
    loadedModels: async (signal) =>
      new Map(
        (await get("/api/ps", psAnswer, signal)).models.map((model) => [model.name, model.context_length]),
      ),
  };
}

/** Whether two names mean the same model: compared without regard to case, `:latest` being the tag without one. */
export function sameModel(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/:latest$/, "");
}
