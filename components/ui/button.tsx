import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

type Tone = "primary" | "secondary" | "quiet" | "danger";

const BASE =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 py-2 text-sm font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-60";

const TONES = {
  primary: "bg-accent text-accent-ink hover:bg-[#f0bf6e]",
  secondary: "border border-line-strong bg-raised text-ink hover:border-ink-faint hover:bg-[#232832]",
  quiet: "text-ink-soft hover:bg-raised hover:text-ink",
  danger: "border border-bad/50 text-bad hover:bg-bad/10",
} as const satisfies Record<Tone, string>;

export function buttonClass(tone: Tone = "secondary", className?: string): string {
  return classNames(BASE, TONES[tone], className);
}

export function Button({
  tone,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { tone?: Tone }) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />;
}

export function ButtonLink({ tone, className, ...rest }: ComponentProps<"a"> & { tone?: Tone }) {
  return <a className={buttonClass(tone, className)} {...rest} />;
}
