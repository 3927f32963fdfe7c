import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const TONES = {
  info: "border-line-strong bg-raised text-ink-soft",
  warn: "border-warn/40 bg-warn/8 text-ink",
  bad: "border-bad/50 bg-bad/8 text-ink",
} as const;

/** What happened and what to do next. `alert` has it read out at once. */
export function Notice({
  tone = "info",
  alert = false,
  title,
  children,
  className,
}: {
  tone?: keyof typeof TONES;
  alert?: boolean;
  title?: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div
      role={alert ? "alert" : undefined}
      className={classNames("rounded-lg border px-4 py-3 text-sm leading-relaxed", TONES[tone], className)}
    >
      {title && <p className="font-medium text-ink">{title}</p>}
      {children}
    </div>
  );
}
