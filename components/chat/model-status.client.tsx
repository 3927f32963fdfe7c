"use client";

import { useEffect, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { OllamaStatus } from "#lib/ai/model-status.ts";
import { fetchModelStatus } from "./chat-requests.client.ts";
import { Remedy } from "./remedy.tsx";

const LOOK_AGAIN_MS = { ready: 60_000, "model-missing": 5000, offline: 5000 } as const;

/** Whether the model is there, and which command brings it. Looks again by itself, also when the reader comes back. */
export function ModelStatus() {
  const status = useModelStatus();
  if (!status) return <StatusLine tone="bg-ink-faint">Looking for the model…</StatusLine>;
  if (status.state === "ready") {
    return (
      <StatusLine tone="bg-good">
        {status.model} is ready
        {status.version && <span className="text-ink-faint"> · Ollama {status.version}</span>}
      </StatusLine>
    );
  }
  return (
    <div className="rounded-lg border border-warn/40 bg-warn/8 px-4 py-3 text-sm">
      <StatusLine tone="bg-warn">{status.failure.message}</StatusLine>
      <div className="mt-1.5 text-ink-soft">
        <Remedy failure={status.failure} />
      </div>
    </div>
  );
}

function StatusLine({ tone, children }: { tone: string; children: React.ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-ink-soft">
      <span aria-hidden className={classNames("size-2 shrink-0 rounded-full", tone)} />
      <span>{children}</span>
    </p>
  );
}

function useModelStatus(): OllamaStatus | null {
  const [status, setStatus] = useState<OllamaStatus | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const look = async () => {
      clearTimeout(timer);
      const seen = document.hidden ? null : await fetchModelStatus().catch(() => null);
      if (left) return;
      if (seen) setStatus(seen);
      timer = setTimeout(look, LOOK_AGAIN_MS[seen?.state ?? "offline"]);
    };
    const lookWhenBack = () => {
      if (!document.hidden) void look();
    };
    void look();
    document.addEventListener("visibilitychange", lookWhenBack);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", lookWhenBack);
    };
  }, []);
  return status;
}
