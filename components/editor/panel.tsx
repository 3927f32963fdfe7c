import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";

/** One section of the editor. `id` is where its shortcut leads. */
export function Panel({
  id,
  title,
  actions,
  children,
}: {
  id: string;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card
      id={id}
      aria-labelledby={`${id}-title`}
      className="drawn-when-near min-w-0 scroll-mt-24"
      tabIndex={-1}
    >
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <h2 id={`${id}-title`} className="text-xl leading-tight">
          {title}
        </h2>
        {actions && <div className="flex flex-wrap gap-1.5">{actions}</div>}
      </div>
      {children}
    </Card>
  );
}

/** Look of the small buttons in a section's head. */
export const SMALL_BUTTON =
  "inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line-strong px-2.5 py-1 text-xs text-ink-soft hover:border-ink-faint hover:text-ink disabled:opacity-50";
