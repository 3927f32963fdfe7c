"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Draft } from "#lib/builds/editor/draft.ts";
import type { Drafts } from "./use-draft.client.ts";

/** What became of unsaved work: restored in this tab, or found from another one. */
export function DraftNotices({
  drafts,
  restoredAt,
  discard,
  keep,
  take,
}: {
  drafts: Drafts;
  /** When the restored draft was kept; null where none was. */
  restoredAt: number | null;
  discard: () => void;
  keep: () => void;
  take: (draft: Draft) => void;
}) {
  const { offered } = drafts;
  return (
    <>
      {restoredAt !== null && (
        <Notice className="mb-4">
          <div className="flex flex-wrap items-center gap-3">
            <p className="mr-auto">{`Draft restored, as it was on ${timeText(restoredAt)}.`}</p>
            <Button onClick={discard}>Discard the draft</Button>
            <Button tone="quiet" onClick={keep}>
              Keep it
            </Button>
          </div>
        </Notice>
      )}
      {offered && (
        <Notice className="mb-4">
          <div className="flex flex-wrap items-center gap-3">
            <p className="mr-auto">
              {`There is an unsaved draft of ${timeText(offered.draft.savedAt)} (${offered.draft.loadout.profession}${offered.draft.form.name ? `, “${offered.draft.form.name}”` : ""}), from another tab or an earlier visit.`}
            </p>
            <Button onClick={() => take(offered.draft)}>Restore it</Button>
            <Button tone="quiet" onClick={drafts.discardOffered}>
              Discard it
            </Button>
            <Button tone="quiet" onClick={drafts.closeOffer}>
              Not now
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}

function timeText(at: number): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
