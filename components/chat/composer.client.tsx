"use client";

import { ArrowUp, Link2, Square, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { type AttachedBuildView, findBuildLink, MAX_MESSAGE_LENGTH } from "#lib/chat/view.ts";

export interface ComposerProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
  readonly onStop: () => void;
  readonly answering: boolean;
  readonly stopping: boolean;
  readonly build: AttachedBuildView | null;
  /** Attaches the build of one of our links; null detaches. */
  readonly onAttach: (slug: string | null) => void;
}

/** Where a message is typed: Enter sends, Shift+Enter starts a line, a pasted build address attaches the build. */
export function Composer({
  text,
  onText,
  onSend,
  onStop,
  answering,
  stopping,
  build,
  onAttach,
}: ComposerProps) {
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const tooLong = text.trim().length > MAX_MESSAGE_LENGTH;

  // Where there is a keyboard one can type at once; a touch screen would cover half the page with its own.
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!tooLong) onSend();
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData("text").trim();
    const slug = /\s/.test(pasted) ? null : findBuildLink(pasted);
    if (slug === null) return;
    event.preventDefault();
    onAttach(slug);
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
        field.current?.focus();
      }}
    >
      {build && <AttachedBuild build={build} onDetach={() => onAttach(null)} />}
      <div className="flex items-end gap-2">
        <textarea
          ref={field}
          aria-label="Your message"
          aria-describedby={hintId}
          aria-invalid={tooLong || undefined}
          className={`${INPUT_CLASS} field-sizing-content max-h-48 min-h-12 resize-none`}
          rows={1}
          placeholder={build ? "Ask about this build" : "Ask, or paste a build’s address"}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {answering ? (
          <Button
            tone="secondary"
            className="min-h-12 px-3.5"
            disabled={stopping}
            onClick={() => {
              onStop();
              field.current?.focus();
            }}
          >
            <Square aria-hidden className="size-4 fill-current" /> {stopping ? "Stopping" : "Stop"}
          </Button>
        ) : (
          <Button
            type="submit"
            tone="primary"
            className="min-h-12 px-3.5"
            disabled={text.trim() === "" || tooLong}
            aria-label="Send"
          >
            <ArrowUp aria-hidden className="size-5" />
          </Button>
        )}
      </div>
      <p
        id={hintId}
        className={tooLong ? "text-sm text-bad" : "text-xs text-ink-faint pointer-coarse:hidden"}
      >
        {tooLong
          ? `${text.trim().length} of ${MAX_MESSAGE_LENGTH} characters. Shorten the message or send it in parts.`
          : "Enter sends, Shift and Enter start a new line."}
      </p>
    </form>
  );
}

function AttachedBuild({ build, onDetach }: { build: AttachedBuildView; onDetach: () => void }) {
  return (
    <p className="flex min-w-0 items-center gap-2 self-start rounded-lg border border-line-strong bg-raised py-1 pr-1 pl-3 text-sm">
      <Link2 aria-hidden className="size-4 shrink-0 text-accent" />
      <span className="sr-only">Attached build: </span>
      <a
        href={`/b/${build.slug}`}
        className="min-w-0 truncate hover:underline"
        target="_blank"
        rel="noreferrer"
      >
        {build.name}
      </a>
      <button
        type="button"
        aria-label={`Detach ${build.name}`}
        title="Detach"
        className="grid size-8 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-surface hover:text-ink"
        onClick={onDetach}
      >
        <X aria-hidden className="size-4" />
      </button>
    </p>
  );
}
