import { z } from "zod";
import type { Env } from "#lib/platform/env.ts";

const PATIENCE_MS = 1_000;
const tags = z.object({ models: z.array(z.object({ name: z.string() })) });

/** One line on whether the chat can answer, and the command that mends it. Ollama's absence is never an error. */
export async function ollamaStatus(env: Env): Promise<string> {
  const wanted = env.ollamaChatModel;
  try {
    const response = await fetch(`${env.ollamaBaseUrl}/api/tags`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const names = tags.parse(await response.json()).models.map((model) => model.name);
    if (names.includes(wanted) || names.includes(`${wanted}:latest`)) return `Ollama: ${wanted} is there.`;
    return `Ollama: the model ${wanted} is missing, so the chat cannot answer yet. Bring it with: ollama pull ${wanted}`;
  } catch {
    return (
      `Ollama: none at ${env.ollamaBaseUrl}, so the chat cannot answer; everything else works. ` +
      `Start it with: ollama serve (see https://ollama.com)`
    );
  }
}
