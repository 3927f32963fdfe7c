import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

const TONES = {
  neutral: "border-line-strong text-ink-soft",
  accent: "border-accent/60 text-accent",
  good: "border-good/50 text-good",
  warn: "border-warn/50 text-warn",
  bad: "border-bad/50 text-bad",
} as const;

export function Badge({
  tone = "neutral",
  className,
  ...rest
}: ComponentProps<"span"> & { tone?: keyof typeof TONES }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-full border px-2 py-0.5 text-xs",
        TONES[tone],
        className,
      )}
      {...rest}
    />
  );
}
