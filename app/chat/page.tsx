import type { Metadata } from "next";
import { ChatWorkspace } from "#components/chat/chat-workspace.client.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { listChats } from "#lib/chat/service.ts";
import { loadBuildToAttach } from "./data.ts";

export const metadata: Metadata = {
  title: "Chat",
  description:
    "Ask a model on your own machine about a build: its traits, skills and figures come from our data.",
  robots: { index: false },
};

type Props = { searchParams: Promise<{ build?: string | string[] }> };

/** A new chat. It gets its id here and is opened by its first message. */
export default async function NewChatPage({ searchParams }: Props) {
  const [list, build] = await Promise.all([
    listChats(await currentActor()),
    loadBuildToAttach((await searchParams).build),
  ]);
  const chatId = crypto.randomUUID();
  return <ChatWorkspace key={chatId} chatId={chatId} chat={null} build={build} list={list} />;
}
