import { RotateCcw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ChatUiMessage } from "#lib/chat/view.ts";
import { Remedy } from "./remedy.tsx";
import { RichText } from "./rich-text.tsx";

interface MessageItemProps {
  readonly message: ChatUiMessage;
  /** Asks for another answer to the same question; absent where that is not possible. */
  readonly onAgain: (() => void) | null;
}

/** One message: the player's in a bubble, the model's as text with how it ended. */
export function MessageItem({ message, onAgain }: MessageItemProps) {
  const text = message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  if (message.role === "user") {
    return (
      <article
        aria-label="Your message"
        className="ml-auto max-w-[85%] rounded-2xl rounded-br-md bg-raised px-4 py-2.5 whitespace-pre-wrap wrap-anywhere"
      >
        {text}
      </article>
    );
  }
  return (
    <article aria-label="Answer" className="max-w-prose">
      {text.trim() !== "" && <RichText text={text} />}
      <AnswerEnd message={message} onAgain={onAgain} />
    </article>
  );
}

function AnswerEnd({ message, onAgain }: MessageItemProps) {
  const { status, failure, cutShort } = message.metadata ?? {};
  const again = onAgain && (
    <Button tone="quiet" className="mt-1 -ml-3 px-3" onClick={onAgain}>
      <RotateCcw aria-hidden className="size-4" /> Ask again
    </Button>
  );
  if (status === "failed" && failure) {
    return (
      <Notice tone="bad" title={failure.message} className="mt-3">
        <Remedy failure={failure} />
        {again}
      </Notice>
    );
  }
  if (status === "stopped") {
    return (
      <div className="mt-2 text-sm text-ink-faint">
        <p>Stopped here. What had arrived is kept.</p>
        {again}
      </div>
    );
  }
  if (cutShort) {
    return (
      <p className="mt-2 text-sm text-ink-faint">
        The answer reached its length limit. Ask for the rest to go on.
      </p>
    );
  }
  return null;
}
