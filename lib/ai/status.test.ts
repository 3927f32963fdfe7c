import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type OllamaStandin, startOllamaStandin } from "#e2e/ollama-standin.ts";
import { forgetOllamaStatus, ollamaStatus } from "./status.ts";

let ollama: OllamaStandin;

beforeAll(async () => {
  ollama = await startOllamaStandin();
});
afterEach(() => {
  ollama.reset();
  forgetOllamaStatus();
});
afterAll(() => ollama.close());

const look = (chatModel = "mistral") => ollamaStatus({ baseUrl: ollama.url, chatModel });

describe("ollamaStatus", () => {
  it("says ready, with the server's version, however the name is written", async () => {
    for (const name of ["mistral", "mistral:latest", "Mistral"]) {
      expect(await look(name)).toEqual({ state: "ready", model: name, version: "0.33.0" });
    }
  });

  it("says which command brings a missing model", async () => {
    expect(await look("mistral-nemo")).toMatchObject({
      state: "model-missing",
      failure: { code: "MODEL_MISSING", command: "ollama pull mistral-nemo" },
    });
  });

  it("does not take one tag for another", async () => {
    expect((await look("mistral:7b-instruct")).state).toBe("model-missing");
  });

  it("says that nothing answers, and what to do", async () => {
    const gone = await startOllamaStandin();
    await gone.close();
    expect(await ollamaStatus({ baseUrl: gone.url, chatModel: "mistral" })).toMatchObject({
      state: "offline",
      failure: { code: "OLLAMA_OFFLINE", command: "ollama serve" },
    });
  });

  it("asks the server once for everybody who looks within seconds", async () => {
    await Promise.all([look(), look(), look()]);
    await look();
    expect(ollama.requests("/api/tags")).toHaveLength(1);
  });
});
