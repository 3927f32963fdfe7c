import type { AnswerPhase } from "#lib/ai/answer-phase.ts";
import { assertNever } from "#lib/shared/assert-never.ts";

/** Where the answer stands while the reader waits. */
export function PhaseLine({ phase }: { phase: AnswerPhase | null }) {
  return (
    <p className="flex items-center gap-2.5 text-sm text-ink-soft">
      <span aria-hidden className="size-2 shrink-0 animate-pulse rounded-full bg-accent" />
      {phaseText(phase)}
    </p>
  );
}

export function phaseText(phase: AnswerPhase | null): string {
  if (phase === null) return "Sending…";
  switch (phase.name) {
    case "waiting":
      return `Waiting in line, position ${phase.position}`;
    case "loading":
      return "Loading the model. This takes longer the first time…";
    case "reading":
      return "Reading your message…";
    case "writing":
      return "Writing…";
    default:
      return assertNever(phase);
  }
}
