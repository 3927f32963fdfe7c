import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { BuildPage } from "#lib/builds/view.ts";

type FormHandler = (form: FormData) => Promise<void>;

/** That a moderator has hidden the build, and what of it is outdated. Nothing where neither is so. */
export function BuildNotices({
  build,
  confirm,
}: {
  build: Pick<BuildPage, "slug" | "isOwner" | "hidden" | "missing" | "changed">;
  /** The owner has looked at what changed and stands by the build. */
  confirm: FormHandler;
}) {
  const { slug, isOwner, hidden, missing, changed } = build;
  return (
    <>
      {hidden && (
        <Notice tone="bad" title="A moderator has hidden this build" className="mb-6">
          <p className="break-words whitespace-pre-line">{hidden.note}</p>
          <p className="mt-1">Nobody but {isOwner ? "you" : "its owner"} and moderators can see it.</p>
          {isOwner && (
            <p className="mt-3">
              <ButtonLink href={`/b/${slug}/report`}>Ask the moderators to look again</ButtonLink>
            </p>
          )}
        </Notice>
      )}
      {missing.length + changed.length > 0 && (
        <Notice tone="warn" title="This build is outdated" className="mb-6">
          {missing.length > 0 && <p>No longer in the game data: {missing.join(", ")}.</p>}
          {changed.length > 0 && <p>Changed since the build was saved: {changed.join(", ")}.</p>}
          {isOwner && changed.length > 0 && (
            <form action={confirm} className="mt-3">
              <input type="hidden" name="slug" value={slug} />
              <Button type="submit">It still works: take the changes as known</Button>
            </form>
          )}
        </Notice>
      )}
    </>
  );
}
