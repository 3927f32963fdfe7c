import { readUIMessageStream } from "ai";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChatRequest } from "#e2e/ollama-script.ts";
import { type OllamaStandin, startOllamaStandin } from "#e2e/ollama-standin.ts";
import type { Actor } from "#lib/accounts/actor.ts";
import type { AttachedBuildReader } from "#lib/ai/attached-build.ts";
import { db, useDatabase } from "#lib/platform/db/client.ts";
import { builds } from "#lib/platform/db/schema/builds.ts";
import { chatMessages, chats, modelCalls } from "#lib/platform/db/schema/chats.ts";
import { users } from "#lib/platform/db/schema/users.ts";
import { createTestDatabase, type TestDatabase } from "#lib/platform/db/test-database.ts";
import { replaceEnv } from "#lib/platform/env.ts";
import type { ChatId, UserId } from "#lib/shared/ids.ts";
import { ask } from "./ask.ts";
import { beginAnswer } from "./repository.ts";
import {
  attachBuild,
  claimVisitorChats,
  createChat,
  deleteChat,
  listChats,
  readChat,
  stopAnswer,
} from "./service.ts";
import type { ChatUiMessage } from "./view.ts";

let database: TestDatabase;
let endDatabase: () => Promise<void>;
let ollama: OllamaStandin;
let anna: Actor;
let ben: Actor;
const visitor: Actor = { kind: "visitor", visitorHash: "a".repeat(64) };
const stranger: Actor = { kind: "visitor", visitorHash: "b".repeat(64) };
const nobody: Actor = { kind: "visitor", visitorHash: null };
let buildId: string;

beforeAll(async () => {
  ollama = await startOllamaStandin();
  replaceEnv({ NODE_ENV: "test", OLLAMA_BASE_URL: ollama.url });
  database = await createTestDatabase();
  endDatabase = useDatabase(database.url);
  anna = await insertUser("anna");
  ben = await insertUser("ben");
  buildId = await insertBuild("heal-firebrand-x2k9");
});
beforeEach(() =>
  db()
    .delete(chats)
    .then(() => undefined),
);
afterEach(() => ollama.reset());
afterAll(async () => {
  await endDatabase();
  await database.drop();
  await ollama.close();
  replaceEnv(undefined);
});

/** Anna's private build, with figures as the engine would state them. */
const readBuild: AttachedBuildReader = async (actor, slug) =>
  slug === "heal-firebrand-x2k9" && actor === anna
    ? {
        id: buildId,
        slug,
        name: "Heal Firebrand",
        facts: () => [
          "profession: Guardian (Firebrand)",
          "Healing Power: 1243",
          "Mantra of Potence recharge: 12 s",
        ],
      }
    : null;

describe("asking", () => {
  it("saves the question before the model is asked", async () => {
    const id = await createChat(anna);
    let storedThen: unknown[] = [];
    const stream = await ask(
      anna,
      { kind: "message", chatId: id, text: "Is it saved?", opens: false },
      new AbortController().signal,
      {
        readBuild,
        write: async () => {
          const { messages } = await readChat(anna, id, readBuild);
          storedThen = messages.map(({ role, text, status }) => [role, text, status]);
          return "complete";
        },
      },
    );
    await lastMessage(stream);
    expect(storedThen).toEqual([
      ["user", "Is it saved?", "complete"],
      ["assistant", "", "writing"],
    ]);
  });

  it("streams the answer, keeps it, and names the chat after its first question", async () => {
    ollama.setRules([{ reply: { text: "one two three four five six", delayMs: 5 } }]);
    const id = await createChat(anna);
    const message = await start(anna, id, "How do I play a healer?\nIn raids.");
    expect(textOf(message)).toBe("one two three four five six");
    expect(message.metadata).toEqual({ status: "complete", failure: null, cutShort: false });
    const stored = await readChat(anna, id, readBuild);
    expect(stored.title).toBe("How do I play a healer?");
    expect(stored.messages[1]).toMatchObject({
      id: message.id,
      role: "assistant",
      text: "one two three four five six",
      status: "complete",
    });
  });

  it("opens the chat with the first message, under the id the page was given", async () => {
    const id = crypto.randomUUID() as ChatId;
    const stream = await ask(
      visitor,
      { kind: "message", chatId: id, text: "Hi", opens: true },
      new AbortController().signal,
      { readBuild },
    );
    await lastMessage(stream);
    expect((await readChat(visitor, id, readBuild)).messages).toHaveLength(2);
    expect((await listChats(visitor)).chats.map((chat) => chat.id)).toEqual([id]);
  });

  it("opens no chat where the build to attach is not to be found", async () => {
    const input = {
      kind: "message",
      chatId: crypto.randomUUID() as ChatId,
      text: "Hi",
      opens: true,
      build: "gone",
    } as const;
    const asked = ask(anna, input, new AbortController().signal, { readBuild });
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND", field: "build" });
    expect((await listChats(anna)).chats).toEqual([]);
  });

  it("saves the answer while it grows", async () => {
    ollama.setRules([{ reply: { text: "word ".repeat(500), delayMs: 10 } }]);
    const id = await createChat(anna);
    const left = new AbortController();
    const answer = start(anna, id, "Go on", { signal: left.signal });
    await until(async () => ((await storedAnswer(id))?.content.length ?? 0) > 50);
    expect((await storedAnswer(id))?.status).toBe("writing");
    left.abort();
    await answer;
  });

  it("answers one question of a chat at a time", async () => {
    ollama.setRules([{ reply: { hang: true } }]);
    const id = await createChat(anna);
    const left = new AbortController();
    const first = start(anna, id, "one", { signal: left.signal });
    await until(async () => (await storedAnswer(id)) !== undefined);
    await expect(start(anna, id, "two")).rejects.toMatchObject({ code: "CONFLICT" });
    left.abort();
    await first;
    expect((await readChat(anna, id, readBuild)).messages).toHaveLength(2);
  });

  it("records the call's figures and none of its text", async () => {
    await db().delete(modelCalls);
    ollama.setRules([{ reply: { text: "an answer" } }]);
    await start(anna, await createChat(anna), "a secret question");
    const [call] = await db().select().from(modelCalls);
    expect(call).toMatchObject({
      purpose: "chat-answer",
      model: "mistral",
      outcome: "complete",
      outputTokens: 2,
    });
    expect(call?.timeToFirstTokenMs).toBeGreaterThan(0);
    expect(JSON.stringify(call)).not.toContain("secret");
  });
});

describe("the end of an answer", () => {
  it("is kept as stopped when the reader leaves, and the model is stopped", async () => {
    ollama.setRules([{ reply: { text: "word ".repeat(500), delayMs: 10 } }]);
    const id = await createChat(anna);
    const left = new AbortController();
    const answer = start(anna, id, "Go on", { signal: left.signal });
    await until(async () => ((await storedAnswer(id))?.content.length ?? 0) > 20);
    left.abort();
    await answer;
    await ollama.until(() => ollama.aborts().length === 1);
    expect(await storedAnswer(id)).toMatchObject({ status: "stopped", errorCode: null });
  });

  it("is kept as stopped, with its last words, when stopped explicitly", async () => {
    ollama.setRules([{ reply: { text: "word ".repeat(500), delayMs: 10 } }]);
    const id = await createChat(anna);
    const answer = start(anna, id, "Go on");
    await until(async () => ((await storedAnswer(id))?.content.length ?? 0) > 20);
    await stopAnswer(anna, id);
    const stored = await storedAnswer(id);
    const message = await answer;
    expect(stored).toMatchObject({ status: "stopped", errorCode: null });
    expect(stored?.content).toBe(textOf(message).trimEnd());
    expect(message.metadata?.status).toBe("stopped");
    await ollama.until(() => ollama.aborts().length === 1);
  });

  it("is stopped also when only the row says so, as another process would", async () => {
    ollama.setRules([{ reply: { hang: true } }]);
    const id = await createChat(anna);
    const answer = start(anna, id, "Go on");
    await ollama.until(() => ollama.requests("/api/chat").length === 1);
    await db().update(chatMessages).set({ status: "stopped" }).where(eq(chatMessages.role, "assistant"));
    expect((await answer).metadata?.status).toBe("stopped");
    expect(ollama.aborts()).toHaveLength(1);
  });

  it("is kept as failed with its reason and the text that had arrived", async () => {
    ollama.setRules([
      { reply: { text: "kept words and more", delayMs: 5, failAfter: { chunks: 2, how: "end" } } },
    ]);
    const id = await createChat(anna);
    const message = await start(anna, id, "Break");
    expect(message.metadata).toMatchObject({ status: "failed", failure: { code: "STREAM_BROKEN" } });
    expect((await readChat(anna, id, readBuild)).messages[1]).toMatchObject({
      text: "kept words",
      status: "failed",
      failure: { code: "STREAM_BROKEN", message: "The answer broke off." },
    });
  });

  it("tells the command that brings a missing model", async () => {
    ollama.setModels([]);
    const message = await start(anna, await createChat(anna), "Hello");
    expect(message.metadata?.failure).toMatchObject({
      code: "MODEL_MISSING",
      command: "ollama pull mistral",
    });
  });

  it("is told when the model reached its limit", async () => {
    ollama.setRules([{ reply: { text: "cut", doneReason: "length" } }]);
    const id = await createChat(anna);
    await start(anna, id, "Long");
    expect((await readChat(anna, id, readBuild)).messages[1]).toMatchObject({
      status: "complete",
      cutShort: true,
    });
  });

  it("is told as broken off when its process has been silent for half a minute", async () => {
    const id = await createChat(anna);
    await beginAnswer({ chatId: id, question: "Hello", title: "t", maxMessages: 10 });
    expect((await readChat(anna, id, readBuild)).messages[1]?.status).toBe("writing");
    await db()
      .update(chatMessages)
      .set({ content: "half", aliveAt: new Date(Date.now() - 60_000) });
    expect((await readChat(anna, id, readBuild)).messages[1]).toMatchObject({
      status: "failed",
      text: "half",
      failure: { code: "STREAM_BROKEN" },
    });
    expect((await storedAnswer(id))?.status).toBe("failed");
  });

  it("can be asked for once more in place of the one there is", async () => {
    ollama.setRules([
      { times: 1, reply: { text: "bad", failAfter: { chunks: 1, how: "error" } } },
      { reply: { text: "good" } },
    ]);
    const id = await createChat(anna);
    await start(anna, id, "Hello");
    const again = await ask(anna, { kind: "again", chatId: id }, new AbortController().signal, { readBuild });
    expect(textOf(await lastMessage(again))).toBe("good");
    expect((await readChat(anna, id, readBuild)).messages.map(({ text }) => text)).toEqual(["Hello", "good"]);
  });

  it("cannot be asked for where nothing was asked", async () => {
    const id = await createChat(anna);
    const again = ask(anna, { kind: "again", chatId: id }, new AbortController().signal, { readBuild });
    await expect(again).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("an attached build", () => {
  it("reaches the model as keyed facts with every question, and nothing else does", async () => {
    ollama.setRules([{ reply: { text: "word" } }]);
    const id = await createChat(anna);
    await attachBuild(anna, id, "heal-firebrand-x2k9", readBuild);
    await start(anna, id, "How much healing power?");
    await start(anna, id, "And the mantra?");
    for (const request of ollama.requests("/api/chat")) {
      const { messages } = request.body as ChatRequest;
      expect(messages[0]?.content).toContain("Every figure");
      expect(messages.at(-1)?.content).toContain(
        'Facts of the attached build "Heal Firebrand":\nF1: profession: Guardian (Firebrand)\nF2: Healing Power: 1243\nF3: Mantra of Potence recharge: 12 s',
      );
      expect(
        messages
          .slice(1, -1)
          .map(({ content }) => content)
          .join(),
      ).not.toContain("F1:");
    }
  });

  it.each([["https://example.org/b/heal-firebrand-x2k9"], ["/b/heal-firebrand-x2k9"]])(
    "is found in the text of a message: %s",
    async (link) => {
      ollama.setRules([{ reply: { text: "word" } }]);
      const id = await createChat(anna);
      await start(anna, id, `What do you think of ${link}?`);
      expect(lastPrompt()).toContain("F2: Healing Power: 1243");
      expect((await readChat(anna, id, readBuild)).build).toEqual({
        slug: "heal-firebrand-x2k9",
        name: "Heal Firebrand",
      });
    },
  );

  it("is refused where the actor may not read it, and a link to it in a text is no way in", async () => {
    ollama.setRules([{ reply: { text: "word" } }]);
    const id = await createChat(ben);
    await expect(attachBuild(ben, id, "heal-firebrand-x2k9", readBuild)).rejects.toMatchObject({
      code: "NOT_FOUND",
      field: "build",
    });
    await start(ben, id, "Tell me about /b/heal-firebrand-x2k9");
    expect(lastPrompt()).not.toContain("1243");
    expect((await readChat(ben, id, readBuild)).build).toBeNull();
  });

  it("is read again with every question, so that one made private meanwhile says nothing more", async () => {
    ollama.setRules([{ reply: { text: "word" } }]);
    const id = await createChat(anna);
    await attachBuild(anna, id, "heal-firebrand-x2k9", readBuild);
    const stream = await ask(
      anna,
      { kind: "message", chatId: id, text: "Hello", opens: false },
      new AbortController().signal,
      { readBuild: async () => null },
    );
    await lastMessage(stream);
    expect(lastPrompt()).toContain("No build is attached");
  });

  it("can be detached", async () => {
    const id = await createChat(anna);
    await attachBuild(anna, id, "heal-firebrand-x2k9", readBuild);
    await attachBuild(anna, id, null, readBuild);
    expect((await readChat(anna, id, readBuild)).build).toBeNull();
  });
});

describe("a chat", () => {
  it("is not to be found by anybody but its owner", async () => {
    const id = await createChat(visitor);
    const input = { kind: "message", chatId: id, text: "Hi", opens: true } as const;
    for (const actor of [anna, stranger, nobody]) {
      await expect(readChat(actor, id, readBuild)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(stopAnswer(actor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(deleteChat(actor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(attachBuild(actor, id, null, readBuild)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(ask(actor, input, new AbortController().signal, { readBuild })).rejects.toMatchObject({
        code: actor === nobody ? "UNAUTHENTICATED" : "NOT_FOUND",
      });
      expect((await listChats(actor)).chats).toEqual([]);
    }
    expect((await readChat(visitor, id, readBuild)).messages).toEqual([]);
  });

  it("is deleted with its messages, and an answer that is being written to it is stopped", async () => {
    ollama.setRules([{ reply: { hang: true } }]);
    const id = await createChat(anna);
    const answer = start(anna, id, "Hello");
    await ollama.until(() => ollama.requests("/api/chat").length === 1);
    await deleteChat(anna, id);
    await answer;
    expect(ollama.aborts()).toHaveLength(1);
    await expect(readChat(anna, id, readBuild)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().select().from(chatMessages)).toEqual([]);
  });

  it("moves to the account its visitor signs in with", async () => {
    const id = await createChat(visitor);
    expect(await claimVisitorChats(anna, "a".repeat(64))).toBe(1);
    expect((await readChat(anna, id, readBuild)).id).toBe(id);
    await expect(readChat(visitor, id, readBuild)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is listed by pages, newest first, without gaps or doubles", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 65; index += 1) ids.unshift(await createChat(anna));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listChats(anna, cursor);
      seen.push(...page.chats.map((chat) => chat.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(65);
    expect(seen).toEqual(ids);
  });

  it("is refused to a visitor beyond the limit, with what to do", async () => {
    await db()
      .insert(chats)
      .values(Array.from({ length: 50 }, () => ({ visitorHash: "a".repeat(64), title: "x" })));
    await expect(createChat(visitor)).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  it("refuses a damaged cursor", async () => {
    await expect(listChats(anna, "nonsense")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      field: "after",
    });
  });
});

async function start(
  actor: Actor,
  chatId: ChatId,
  text: string,
  { signal = new AbortController().signal } = {},
): Promise<ChatUiMessage> {
  return lastMessage(
    await ask(actor, { kind: "message", chatId, text, opens: false }, signal, { readBuild }),
  );
}

/** The message a browser would show in the end. */
async function lastMessage(stream: Awaited<ReturnType<typeof ask>>): Promise<ChatUiMessage> {
  let last: ChatUiMessage | undefined;
  for await (const message of readUIMessageStream<ChatUiMessage>({ stream })) last = message;
  if (!last) throw new Error("The stream held no message.");
  return last;
}

function textOf(message: ChatUiMessage): string {
  return message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}

function lastPrompt(): string {
  const body = ollama.requests("/api/chat").at(-1)?.body as ChatRequest | undefined;
  return body?.messages.at(-1)?.content ?? "";
}

async function storedAnswer(chatId: string) {
  const rows = await db().select().from(chatMessages).where(eq(chatMessages.chatId, chatId));
  return rows.find(({ role }) => role === "assistant");
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  await vi.waitFor(async () => expect(await condition()).toBe(true), { timeout: 5000 });
}

async function insertUser(name: string): Promise<Actor> {
  const [row] = await db()
    .insert(users)
    .values({ email: `${name}@example.org`, displayName: name, passwordHash: "none" })
    .returning();
  return { kind: "user", userId: row?.id as UserId, displayName: name };
}

async function insertBuild(slug: string): Promise<string> {
  const [row] = await db()
    .insert(builds)
    .values({
      slug,
      name: "Heal Firebrand",
      profession: "Guardian",
      mode: "pve",
      visibility: "private",
      loadout: {},
      chatLink: "[&x=]",
    })
    .returning();
  return row?.id ?? "";
}
