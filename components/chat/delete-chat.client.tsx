"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { deleteChat, errorMessage } from "./chat-requests.client.ts";

/** Deletes a chat for good, after asking once more in the same place. */
export function DeleteChat({ chatId }: { chatId: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function remove() {
    try {
      await deleteChat(chatId);
      router.push("/chat");
      router.refresh();
    } catch (error) {
      setProblem(errorMessage(error));
    }
  }

  if (!asking) {
    return (
      <Button
        tone="quiet"
        className="px-2.5"
        aria-label="Delete this chat"
        title="Delete this chat"
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden className="size-4" />
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p role="alert" className="text-sm text-ink-soft">
        {problem ?? "Delete this chat for good?"}
      </p>
      <Button tone="danger" autoFocus onClick={remove}>
        Delete
      </Button>
      <Button tone="quiet" onClick={() => setAsking(false)}>
        Keep
      </Button>
    </div>
  );
}
