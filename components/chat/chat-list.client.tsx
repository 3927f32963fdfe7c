"use client";

import { MessageSquarePlus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { ChatListItem, ChatListPage } from "#lib/chat/view.ts";
import { fetchChats } from "./chat-requests.client.ts";

export type ListedChat = Pick<ChatListItem, "id" | "title">;

export interface ChatListProps {
  readonly chats: readonly ListedChat[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
  readonly currentId: string;
  readonly onMore: (page: ChatListPage) => void;
}

/** The reader's conversations, newest first. */
export function ChatList({ chats, next, currentId, onMore }: ChatListProps) {
  return (
    <nav aria-label="Your chats" className="flex flex-col gap-1">
      <Link href="/chat" prefetch={false} className={buttonClass("secondary", "mb-2")}>
        <MessageSquarePlus aria-hidden className="size-4" /> New chat
      </Link>
      {chats.length === 0 && (
        <p className="px-3 py-2 text-sm text-ink-faint">Your chats will be listed here.</p>
      )}
      <ul className="flex flex-col gap-0.5">
        {chats.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={`/chat/${id}`}
              prefetch={false}
              aria-current={id === currentId ? "page" : undefined}
              className={classNames(
                "block truncate rounded-lg px-3 py-2 text-sm",
                id === currentId ? "bg-raised text-ink" : "text-ink-soft hover:bg-surface hover:text-ink",
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
      {next && <OlderChats cursor={next} onMore={onMore} />}
    </nav>
  );
}

function OlderChats({ cursor, onMore }: { cursor: string; onMore: (page: ChatListPage) => void }) {
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  async function load() {
    setState("loading");
    try {
      onMore(await fetchChats(cursor));
      setState("idle");
    } catch {
      setState("failed");
    }
  }
  return (
    <Button tone="quiet" disabled={state === "loading"} onClick={load}>
      {state === "failed" ? "That did not work. Try again" : "Show older chats"}
    </Button>
  );
}
