import type { ModerationVerdict, ReportReason } from "#lib/shared/moderation.ts";

export const REASON_NAMES = {
  abuse: "Insults, hate or threats",
  spam: "Advertising or spam",
  misleading: "Misleading: not what it says it is",
  "private-data": "Somebody's private data",
  other: "Something else",
} as const satisfies Record<ReportReason, string>;

export const VERDICT_NAMES = {
  dismiss: "Dismissed",
  hide: "Hidden",
  show: "Shown again",
} as const satisfies Record<ModerationVerdict, string>;
