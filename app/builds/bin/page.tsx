import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { restoreBuildAction } from "#app/build-actions.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { BIN_DAYS } from "#lib/builds/policy.ts";
import { listBin } from "#lib/builds/service.ts";

export const metadata: Metadata = { title: "Deleted builds", robots: { index: false } };

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What the player deleted and can still bring back. */
export default async function BinPage() {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/builds/bin");
  const builds = await listBin(actor);
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Deleted builds</h1>
        <ButtonLink href="/builds">Your builds</ButtonLink>
      </div>
      <p className="mb-5 text-ink-soft">
        A deleted build stays here for {BIN_DAYS} days. Nobody but you sees it.
      </p>
      {builds.length === 0 && <Card>The bin is empty.</Card>}
      <ul className="flex flex-col gap-2">
        {builds.map(({ slug, name, title, deletedAt }) => (
          <li key={slug}>
            <Card className="flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0">
                <span className="block font-medium break-words">{name}</span>
                <span className="block text-sm text-ink-soft">
                  {title}, deleted on {WHEN.format(deletedAt)}
                </span>
              </span>
              <form action={restoreBuildAction}>
                <input type="hidden" name="slug" value={slug} />
                <Button type="submit" aria-label={`Restore ${name}`}>
                  Restore
                </Button>
              </form>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
