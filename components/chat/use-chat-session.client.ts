"use client";

import { useChat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import { useEffect, useRef, useState } from "react";
import type { AnswerPhase } from "#lib/ai/answer-phase.ts";
import type { AskBody } from "#lib/chat/schema.ts";
import { type AttachedBuildView, type ChatUiMessage, type ChatView, toUiMessage } from "#lib/chat/view.ts";
import { attachBuild, errorMessage, fetchBuild, fetchChat, stopAnswer } from "./chat-requests.client.ts";
import { useDraft } from "./use-draft.client.ts";

/** Another tab, or a reload, may find an answer in the writing; it is then looked up this often. */
const FOLLOW_EVERY_MS = 1500;
/** A stopped stream ends by itself; one that does not by then is cut. */
const STOP_GRACE_MS = 1500;

export interface ChatSessionOptions {
  readonly chatId: string;
  /** Null where the chat is opened by its first message. */
  readonly chat: ChatView | null;
  /** Build to attach to a chat that is yet to be opened. */
  readonly build: AttachedBuildView | null;
  /** The server has taken a message; `first` is its text where it opened the chat. */
  readonly onTaken: (first: string | null) => void;
}

/**
 * One conversation in the browser. What the server has kept is the truth; after any trouble it is read again. When the
 * reader leaves the page, useChat closes the connection, which stops the model.
 */
export function useChatSession({ chatId, chat, build: initialBuild, onTaken }: ChatSessionOptions) {
  const [opened, setOpened] = useState(chat !== null);
  const [build, setBuild] = useState(chat?.build ?? initialBuild);
  const [phase, setPhase] = useState<AnswerPhase | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [stopping, setStopping] = useState(false);
  const draft = useDraft(opened ? chatId : "new");
  const sent = useRef<string | null>(null);
  const [transport] = useState(makeTransport);

  const session = useChat<ChatUiMessage>({
    id: chatId,
    messages: chat?.messages.map(toUiMessage) ?? [],
    transport,
    throttle: 40,
    onData: (part) => {
      if (part.type === "data-kept") taken();
      else if (part.type === "data-phase") setPhase(part.data);
      else if (part.type === "data-build") setBuild(part.data);
    },
    onError: (error) => void readAgain(error),
  });
  const { messages, setMessages, status } = session;
  const answering = status === "submitted" || status === "streaming";
  const writtenElsewhere = !answering && messages.at(-1)?.metadata?.status === "writing";

  // A stop is done when the answer has ended, in whatever way.
  const cut = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (answering) return;
    clearTimeout(cut.current);
    setStopping(false);
  }, [answering]);

  useEffect(() => {
    if (!writtenElsewhere) return;
    const timer = setInterval(async () => {
      const kept = await fetchChat(chatId).catch(() => undefined);
      if (kept) setMessages(kept.messages.map(toUiMessage));
    }, FOLLOW_EVERY_MS);
    return () => clearInterval(timer);
  }, [writtenElsewhere, chatId, setMessages]);

  /** The server has saved the question. */
  function taken(): void {
    const text = sent.current;
    if (text === null) return;
    sent.current = null;
    draft.confirm();
    onTaken(opened ? null : text);
    setOpened(true);
  }

  async function readAgain(error: Error): Promise<void> {
    setProblem(errorMessage(error));
    const text = sent.current;
    sent.current = null;
    const kept = await fetchChat(chatId).catch(() => undefined);
    if (kept) setMessages(kept.messages.map(toUiMessage));
    else if (text !== null) setMessages((shown) => shown.slice(0, -1));
    const isKept = kept?.messages.findLast(({ role }) => role === "user")?.text === text?.trim();
    if (text !== null && !isKept) draft.restore(text);
    else draft.confirm();
  }

  async function send(): Promise<void> {
    if (answering || writtenElsewhere || draft.text.trim() === "") return;
    begin();
    const text = draft.take();
    sent.current = text;
    const body = { opens: !opened, ...(!opened && build && { build: build.slug }) };
    await session.sendMessage({ text }, { body });
  }

  async function askAgain(): Promise<void> {
    if (answering) return;
    begin();
    await session.regenerate();
  }

  function begin(): void {
    session.clearError();
    setProblem(null);
    setPhase(null);
  }

  async function stop(): Promise<void> {
    setStopping(true);
    cut.current = setTimeout(() => void session.stop(), STOP_GRACE_MS);
    await stopAnswer(chatId).catch(() => session.stop());
  }

  async function attach(slug: string | null): Promise<void> {
    setProblem(null);
    try {
      if (opened) setBuild(await attachBuild(chatId, slug));
      else setBuild(slug === null ? null : await fetchBuild(slug));
    } catch (error) {
      setProblem(errorMessage(error));
    }
  }

  return {
    messages,
    opened,
    build,
    phase,
    problem,
    answering,
    writtenElsewhere,
    stopping,
    draft: draft.text,
    setDraft: draft.setText,
    send,
    askAgain,
    stop,
    attach,
  };
}

export type ChatSession = ReturnType<typeof useChatSession>;

/** Sends the question alone: the conversation before it is the server's. */
function makeTransport(): DefaultChatTransport<ChatUiMessage> {
  return new DefaultChatTransport({
    api: "/api/chat",
    prepareSendMessagesRequest: ({ id, messages, trigger, body }) => {
      const text =
        messages
          .at(-1)
          ?.parts.map((part) => (part.type === "text" ? part.text : ""))
          .join("") ?? "";
      const ask: AskBody =
        trigger === "regenerate-message"
          ? { kind: "again", chatId: id }
          : { kind: "message", chatId: id, text, ...body };
      return { body: ask };
    },
  });
}
