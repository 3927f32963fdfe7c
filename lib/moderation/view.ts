import type { ModerationVerdict, ReportReason } from "#lib/shared/moderation.ts";

/** A build that waits for a decision, with all that was said of it. */
export interface QueuedBuild {
  readonly buildId: string;
  readonly slug: string;
  readonly name: string;
  /** Null for examples. */
  readonly ownerName: string | null;
  /** Why its page cannot be looked at, in words; null where it can. */
  readonly outOfReach: string | null;
  /** Since when it is hidden; its owner asks to look again, perhaps. */
  readonly hiddenAt: Date | null;
  /** The first one first. */
  readonly reports: readonly ReportView[];
}

export interface ReportView {
  readonly id: string;
  readonly reason: ReportReason;
  readonly details: string;
  readonly reporterName: string;
  /** The owner asks the moderators to look again. */
  readonly isByOwner: boolean;
  readonly createdAt: Date;
}

/** A decision of the past. */
export interface DecisionView {
  readonly id: string;
  readonly verdict: ModerationVerdict;
  readonly note: string;
  readonly buildName: string;
  /** Null where the build is gone for good. */
  readonly buildSlug: string | null;
  /** Null where the account is gone. */
  readonly moderatorName: string | null;
  readonly createdAt: Date;
}

/** What moderators work with. */
export interface ModerationDesk {
  /** Those that wait longest first. */
  readonly queue: readonly QueuedBuild[];
  /** More wait than are shown. */
  readonly hasMore: boolean;
  readonly hidden: readonly HiddenBuild[];
  /** The newest first. */
  readonly decisions: readonly DecisionView[];
}

export interface HiddenBuild {
  readonly buildId: string;
  readonly slug: string;
  readonly name: string;
  readonly ownerName: string | null;
  readonly note: string;
  readonly hiddenAt: Date;
}
