import type { ReactNode } from "react";

/** A part of the settings that opens and closes; what is inside counts either way. */
export function FormSection({
  title,
  note,
  open = false,
  children,
}: {
  title: string;
  /** What holds while it is closed. */
  note?: string | undefined;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group border-t border-line py-3">
      <summary className="flex list-none items-baseline gap-2 rounded-md py-1 text-base font-medium [&::-webkit-details-marker]:hidden">
        <span aria-hidden className="text-ink-faint transition-transform group-open:rotate-90">
          ›
        </span>
        <span className="mr-auto shrink-0">{title}</span>
        {note && <span className="truncate text-xs font-normal text-ink-faint">{note}</span>}
      </summary>
      <div className="flex flex-col gap-3 pt-3">{children}</div>
    </details>
  );
}
