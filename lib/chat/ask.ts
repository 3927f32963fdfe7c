import { createUIMessageStream, type InferUIMessageChunk } from "ai";
import type { Actor } from "#lib/accounts/actor.ts";
import { writeAnswer } from "#lib/ai/answer.ts";
import { type AttachedBuild, type AttachedBuildReader, readAttachedBuild } from "#lib/ai/attached-build.ts";
import { describeFailure } from "#lib/ai/failure.ts";
import { type ChatPrompt, chatPrompt } from "#lib/ai/prompt.ts";
import { NUM_CTX } from "#lib/ai/providers/models.ts";
import { env } from "#lib/platform/env.ts";
import { logFailure } from "#lib/platform/log.ts";
import { AppError } from "#lib/shared/app-error.ts";
import type { ChatId } from "#lib/shared/ids.ts";
import { AnswerKeeper } from "./answer-keeper.ts";
import { endOf, MAX_MESSAGES_PER_CHAT, personKey, titleOf } from "./policy.ts";
import { type BegunAnswer, beginAnswer, updateChatBuild } from "./repository.ts";
import { type RunningAnswer, runningAnswers } from "./running-answers.ts";
import type { AskInput } from "./schema.ts";
import { createChat, ownChat, requireBuild, requireOwner } from "./service.ts";
import { type AnswerMetadata, type ChatUiMessage, findBuildLink } from "./view.ts";

/** What answering needs from outside the chat. */
export interface AskParts {
  readonly readBuild: AttachedBuildReader;
  readonly write: typeof writeAnswer;
}

export type ChatStream = ReadableStream<InferUIMessageChunk<ChatUiMessage>>;

/**
 * Takes a question and streams the answer. When the promise resolves, the question is saved; the answer is saved as
 * it grows and when it ends, however it ends. An abort of `signal` (the reader left) stops the model at once.
 * Throws AppError: NOT_FOUND (chat or build), CONFLICT while another answer is being written, TOO_LARGE for a full
 * chat, INVALID_INPUT where there is nothing to answer once more, UNAUTHENTICATED for a visitor without a cookie.
 */
export async function ask(
  actor: Actor,
  input: AskInput,
  signal: AbortSignal,
  { readBuild = readAttachedBuild, write = writeAnswer }: Partial<AskParts> = {},
): Promise<ChatStream> {
  const person = personKey(requireOwner(actor));
  const chat = await chatFor(actor, input, readBuild);
  const build = await buildFor(actor, input, chat.buildSlug, readBuild);
  if (build && build.slug !== chat.buildSlug) await updateChatBuild(chat.id, build.id);
  const begun = requireBegun(
    await beginAnswer({
      chatId: chat.id,
      question: input.kind === "message" ? input.text : null,
      title: input.kind === "message" ? titleOf(input.text) : chat.title,
      maxMessages: MAX_MESSAGES_PER_CHAT,
    }),
  );
  const turns = begun.earlier.map(({ role, content }) => ({
    role: role as "user" | "assistant",
    text: content,
  }));
  const prompt = chatPrompt(turns, build && { name: build.name, facts: build.facts() }, NUM_CTX);
  return streamAnswer({
    chatId: input.chatId,
    answerId: begun.answerId,
    build,
    prompt,
    person,
    signal,
    write,
  });
}

interface Answering {
  readonly chatId: ChatId;
  readonly answerId: string;
  readonly build: AttachedBuild | null;
  readonly prompt: ChatPrompt;
  readonly person: string;
  readonly signal: AbortSignal;
  readonly write: typeof writeAnswer;
}

/** Runs to its end whether or not anybody reads the stream. */
function streamAnswer({ chatId, answerId, build, prompt, person, signal, write }: Answering): ChatStream {
  const stopped = new AbortController();
  const keeper = new AnswerKeeper(answerId, () => stopped.abort());
  const saved = Promise.withResolvers<void>();
  const running: RunningAnswer = { stop: () => stopped.abort(), ended: saved.promise };
  runningAnswers().set(answerId, running);
  return createUIMessageStream<ChatUiMessage>({
    onError: (error) => {
      logFailure(error, "answer not kept");
      return "The answer could not be saved. Reload the page to see what was kept.";
    },
    execute: async ({ writer }) => {
      try {
        writer.write({ type: "start", messageId: answerId, messageMetadata: WRITING });
        writer.write({ type: "data-kept", data: { chatId }, transient: true });
        if (build)
          writer.write({ type: "data-build", data: { slug: build.slug, name: build.name }, transient: true });
        writer.write({ type: "text-start", id: answerId });
        const outcome = await write({
          purpose: "chat-answer",
          person,
          prompt,
          signal: AbortSignal.any([signal, stopped.signal]),
          onPhase: (phase) => writer.write({ type: "data-phase", data: phase, transient: true }),
          onText: (text) => {
            keeper.add(text);
            writer.write({ type: "text-delta", id: answerId, delta: text });
          },
        });
        const end = endOf(outcome);
        await keeper.end(end);
        writer.write({ type: "text-end", id: answerId });
        const failure = end.errorCode && describeFailure(end.errorCode, env().ollamaChatModel);
        writer.write({
          type: "finish",
          messageMetadata: { status: end.status, failure, cutShort: end.cutShort },
        });
      } finally {
        keeper.rest();
        runningAnswers().delete(answerId);
        saved.resolve();
      }
    },
  });
}

const WRITING: AnswerMetadata = { status: "writing", failure: null, cutShort: false };

/** The chat of a question; one that it opens is opened only when the build to attach is there. */
async function chatFor(actor: Actor, input: AskInput, readBuild: AttachedBuildReader) {
  if (input.kind === "message" && input.opens) {
    if (input.build) await requireBuild(actor, input.build, readBuild);
    await createChat(actor, input.chatId);
  }
  return ownChat(actor, input.chatId);
}

/** The build named with the question, else one linked in its text, else the one attached before. */
async function buildFor(
  actor: Actor,
  input: AskInput,
  attached: string | null,
  readBuild: AttachedBuildReader,
): Promise<AttachedBuild | null> {
  if (input.kind === "message" && input.build) return requireBuild(actor, input.build, readBuild);
  const linked = input.kind === "message" ? findBuildLink(input.text) : null;
  const fromText = linked === null ? null : await readBuild(actor, linked);
  return fromText ?? (attached === null ? null : readBuild(actor, attached));
}

function requireBegun(begun: BegunAnswer): Extract<BegunAnswer, { state: "begun" }> {
  switch (begun.state) {
    case "begun":
      return begun;
    case "busy":
      throw new AppError("CONFLICT", {
        message:
          "This chat is still being answered, perhaps in another tab. Stop that answer or wait for its end.",
        retry: true,
      });
    case "full":
      throw new AppError("TOO_LARGE", {
        message: `This chat has reached ${MAX_MESSAGES_PER_CHAT} messages. Start a new one; this one stays readable.`,
      });
    case "nothing-asked":
      throw new AppError("INVALID_INPUT", {
        field: "kind",
        message: "There is no question to answer once more.",
      });
    case "gone":
      throw new AppError("NOT_FOUND", { message: "This chat has been deleted." });
  }
}
