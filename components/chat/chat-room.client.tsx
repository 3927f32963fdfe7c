"use client";

import { useEffect, useRef } from "react";
import { Notice } from "#components/ui/notice.tsx";
import type { ChatUiMessage } from "#lib/chat/view.ts";
import { Composer } from "./composer.client.tsx";
import { DeleteChat } from "./delete-chat.client.tsx";
import { EmptyChat } from "./empty-chat.tsx";
import { MessageItem } from "./message-item.tsx";
import { ModelStatus } from "./model-status.client.tsx";
import { PhaseLine, phaseText } from "./phase-line.tsx";
import { type ChatSessionOptions, useChatSession } from "./use-chat-session.client.ts";

/** One conversation: the model's state, the messages, the place to type. */
export function ChatRoom(options: ChatSessionOptions) {
  const session = useChatSession(options);
  const { messages, answering, writtenElsewhere, phase, build } = session;
  const busy = answering || writtenElsewhere;
  const end = useStickyEnd(messages);
  const last = messages.at(-1);
  return (
    <div className="flex min-h-[calc(100dvh-11rem)] flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 grow">
          <ModelStatus />
        </div>
        {session.opened && (
          <div className="ml-auto">
            <DeleteChat chatId={options.chatId} />
          </div>
        )}
      </div>
      {messages.length === 0 ? (
        <EmptyChat build={build} onPick={session.setDraft} />
      ) : (
        <>
          <h1 className="sr-only">{options.chat?.title ?? "Chat"}</h1>
          <div role="log" aria-label="Conversation" aria-busy={busy} className="flex flex-col gap-6">
            {messages.map((message) =>
              isYetToCome(message) ? null : (
                <div key={message.id} className="flex flex-col">
                  <MessageItem
                    message={message}
                    onAgain={message === last && !busy ? () => void session.askAgain() : null}
                  />
                </div>
              ),
            )}
          </div>
        </>
      )}
      {answering && phase?.name !== "writing" && <PhaseLine phase={phase} />}
      {writtenElsewhere && (
        <p className="text-sm text-ink-soft">
          This answer is being written for another tab. It is followed here.
        </p>
      )}
      <p role="status" className="sr-only">
        {answering
          ? phaseText(phase)
          : last?.metadata?.status === "complete"
            ? "The answer is complete."
            : ""}
      </p>
      <div ref={end} className="scroll-mb-48" />
      <div className="sticky bottom-0 -mx-4 mt-auto bg-ground px-4 pt-3 pb-4 sm:mx-0 sm:px-0">
        {session.problem && (
          <Notice tone="bad" alert className="mb-3">
            {session.problem}
          </Notice>
        )}
        <Composer
          text={session.draft}
          onText={session.setDraft}
          onSend={() => void session.send()}
          onStop={() => void session.stop()}
          answering={busy}
          stopping={session.stopping}
          build={build}
          onAttach={(slug) => void session.attach(slug)}
        />
      </div>
    </div>
  );
}

/** An answer without a word as yet; the line about its phase stands in its place. */
function isYetToCome({ metadata, parts }: ChatUiMessage): boolean {
  return metadata?.status === "writing" && parts.every((part) => part.type !== "text" || part.text === "");
}

/** Keeps the end of the conversation in view while it grows, unless the reader has scrolled away from it. */
function useStickyEnd(messages: readonly { readonly role: string }[]) {
  const end = useRef<HTMLDivElement>(null);
  const following = useRef(true);

  useEffect(() => {
    const onScroll = () => {
      const top = end.current?.getBoundingClientRect().top ?? 0;
      following.current = top <= window.innerHeight;
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => window.removeEventListener("scroll", onScroll);
  }, []);

  const sentByReader = messages.at(-1)?.role === "user";
  useEffect(() => {
    if (sentByReader) following.current = true;
    if (following.current && messages.length > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [messages, sentByReader]);

  return end;
}
