"use client";

import { useCallback, useState } from "react";
import { titleOf } from "#lib/chat/policy.ts";
import type { AttachedBuildView, ChatListPage, ChatView } from "#lib/chat/view.ts";
import { ChatList, type ListedChat } from "./chat-list.client.tsx";
import { ChatRoom } from "./chat-room.client.tsx";

export interface ChatWorkspaceProps {
  /** Id of the chat, also of one that its first message will open. */
  readonly chatId: string;
  readonly chat: ChatView | null;
  readonly build: AttachedBuildView | null;
  readonly list: ChatListPage;
}

/** The list of chats beside one of them. */
export function ChatWorkspace({ chatId, chat, build, list }: ChatWorkspaceProps) {
  const [chats, setChats] = useState<readonly ListedChat[]>(list.chats);
  const [next, setNext] = useState(list.next);

  /** A chat that got a message is the newest; one that was opened gets its own address, without leaving the page. */
  const onTaken = useCallback(
    (first: string | null) => {
      if (first !== null) window.history.replaceState(null, "", `/chat/${chatId}`);
      setChats((known) => {
        const listed = known.find(({ id }) => id === chatId);
        const newest = first === null ? listed : { id: chatId as ListedChat["id"], title: titleOf(first) };
        return newest ? [newest, ...known.filter(({ id }) => id !== chatId)] : known;
      });
    },
    [chatId],
  );

  function onMore(page: ChatListPage) {
    setChats((known) => [...known, ...page.chats.filter(({ id }) => known.every((chat) => chat.id !== id))]);
    setNext(page.next);
  }

  const listing = <ChatList chats={chats} next={next} currentId={chatId} onMore={onMore} />;
  return (
    <div className="gap-8 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="hidden lg:block">
        <div className="sticky top-6">{listing}</div>
      </div>
      <details className="mb-4 rounded-lg border border-line bg-surface px-4 py-2.5 lg:hidden">
        <summary className="text-sm text-ink-soft">Your chats</summary>
        <div className="mt-3">{listing}</div>
      </details>
      <ChatRoom chatId={chatId} chat={chat} build={build} onTaken={onTaken} />
    </div>
  );
}
