import type { Metadata } from "next";
import { BuildList } from "#components/builds/build-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Actor } from "#lib/accounts/actor.ts";
import { currentActor } from "#lib/accounts/session.ts";
import { type BuildListPage, listEverybodysBuilds, listOwnBuilds } from "#lib/builds/service.ts";
import { AppError } from "#lib/shared/app-error.ts";

export const metadata: Metadata = { title: "Builds" };

type Search = Promise<{ own?: string; public?: string }>;

/** Own builds first, then everybody's public ones; each list has its own cursor in the address. */
export default async function BuildsPage({ searchParams }: { searchParams: Search }) {
  const cursors = await searchParams;
  const actor = await currentActor();
  try {
    const [own, everybodys] = await Promise.all([
      actor.kind === "user" ? listOwnBuilds(actor, String(cursors.own ?? "")) : null,
      listEverybodysBuilds(String(cursors.public ?? "")),
    ]);
    return <Lists actor={actor} own={own} everybodys={everybodys} />;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "INVALID_INPUT") throw error;
    return (
      <Notice tone="bad" title="This page of the list cannot be shown">
        {error.message}
      </Notice>
    );
  }
}

function Lists({
  actor,
  own,
  everybodys,
}: {
  actor: Actor;
  own: BuildListPage | null;
  everybodys: BuildListPage;
}) {
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Builds</h1>
        <ButtonLink href="/" tone="primary">
          New build from a link
        </ButtonLink>
      </div>
      <section aria-labelledby="own-builds" className="mb-10">
        <h2 id="own-builds" className="mb-3 text-xl">
          Your builds
        </h2>
        {actor.kind === "visitor" && (
          <Card className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-ink-soft">
              With an account you keep builds, name them and share them by link.
            </p>
            <ButtonLink href="/sign-in?next=/builds">Sign in</ButtonLink>
          </Card>
        )}
        {own && own.builds.length === 0 && (
          <Card>
            <p>Nothing saved yet.</p>
            <p className="mt-1 text-sm text-ink-soft">
              Copy a build template in the game, paste it on the home page, and press “Save”. It then appears
              here.
            </p>
          </Card>
        )}
        {own && own.builds.length > 0 && <BuildList builds={own.builds} showVisibility />}
        <NextPage cursor={own?.next} parameter="own" />
      </section>
      <section aria-labelledby="public-builds">
        <h2 id="public-builds" className="mb-3 text-xl">
          Public builds
        </h2>
        {everybodys.builds.length > 0 ? (
          <BuildList builds={everybodys.builds} />
        ) : (
          <p className="text-ink-soft">Nobody has published a build here yet.</p>
        )}
        <NextPage cursor={everybodys.next} parameter="public" />
      </section>
    </>
  );
}

function NextPage({ cursor, parameter }: { cursor: string | null | undefined; parameter: "own" | "public" }) {
  if (!cursor) return null;
  return (
    <p className="mt-4">
      <ButtonLink href={`/builds?${parameter}=${cursor}`}>Older builds</ButtonLink>
    </p>
  );
}
