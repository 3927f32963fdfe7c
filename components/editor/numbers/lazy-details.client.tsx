"use client";

import { type ReactNode, useState } from "react";

/** Details whose content is made only while it is open: what nobody sees costs nothing with every change. */
export function LazyDetails({ summary, children }: { summary: string; children: () => ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="text-sm" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="text-ink-soft">{summary}</summary>
      {isOpen && <div className="mt-2">{children()}</div>}
    </details>
  );
}
