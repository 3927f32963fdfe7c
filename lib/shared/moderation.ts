/** Why a player reports a build. */
export const REPORT_REASONS = ["abuse", "spam", "misleading", "private-data", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What a moderator may decide: nothing is wrong, others must not see it, others may see it again. */
export const MODERATION_VERDICTS = ["dismiss", "hide", "show"] as const;
export type ModerationVerdict = (typeof MODERATION_VERDICTS)[number];
