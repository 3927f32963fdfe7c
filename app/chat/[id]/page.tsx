import type { Metadata } from "next";
import { loadChat } from "#app/chat/data.ts";
import { ChatWorkspace } from "#components/chat/chat-workspace.client.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { listChats } from "#lib/chat/service.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadChat((await params).id)).title, robots: { index: false } };
}

export default async function ChatPage({ params }: Props) {
  const chat = await loadChat((await params).id);
  const list = await listChats(await currentActor());
  return <ChatWorkspace key={chat.id} chatId={chat.id} chat={chat} build={null} list={list} />;
}
