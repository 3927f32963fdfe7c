import { Columns2, Copy, Gift, History, MessageCircle, Pencil, Swords } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import {
  changeBuildAction,
  deleteBuildAction,
  favourBuildAction,
  forkBuildAction,
  rateBuildAction,
} from "#app/build-actions.ts";
import { confirmUpToDateAction } from "#app/outdated-actions.ts";
import { BuildBadges } from "#components/builds/build-badges.tsx";
import { BuildBody } from "#components/builds/build-body.tsx";
import { BuildHeader } from "#components/builds/build-header.tsx";
import { viewsText } from "#components/builds/build-list.tsx";
import { BuildNotes } from "#components/builds/build-notes.tsx";
import { BuildNotices } from "#components/builds/build-notices.tsx";
import { BuildOpinions } from "#components/builds/build-opinions.tsx";
import { CopyLinkButton } from "#components/builds/copy-link-button.client.tsx";
import { ExportMenu } from "#components/builds/export-menu.tsx";
import { ReportSection } from "#components/builds/report-section.tsx";
import { SaveBuildForm } from "#components/builds/save-build-form.client.tsx";
import { SharePanel } from "#components/builds/share-panel.tsx";
import { StructuredData } from "#components/builds/structured-data.tsx";
import { GameIcon } from "#components/game/game-icon.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { readOwnOpinion } from "#lib/builds/opinions/service.ts";
import { mayBeIndexed } from "#lib/builds/policy.ts";
import { buildAddresses } from "#lib/builds/public/addresses.ts";
import { embedCode } from "#lib/builds/public/oembed.ts";
import { structuredData } from "#lib/builds/public/structured-data.ts";
import type { BuildPage } from "#lib/builds/view.ts";
import { env } from "#lib/platform/env.ts";
import { gameMode } from "#lib/shared/game.ts";
import { countVisit } from "./count-visit.ts";
import { loadBuild } from "./data.ts";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ mode?: string | string[]; refused?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const build = await loadBuild((await params).slug, gameMode((await searchParams).mode));
  const description = describe(build);
  const { page: url, oembed } = buildAddresses(env().publicUrl, build.slug);
  return {
    title: build.name,
    description,
    alternates: {
      canonical: url,
      ...(isShared(build) && {
        types: { "application/json+oembed": [{ url: oembed, title: build.name }] },
      }),
    },
    robots: { index: mayBeIndexed(build) },
    openGraph: { title: build.name, description, url, type: "article", siteName: "GW2Optimizer" },
    twitter: { card: "summary_large_image" },
  };
}

/** The public page of a build. */
export default async function BuildPageRoute({ params, searchParams }: Props) {
  const { slug } = await params;
  const { mode, refused } = await searchParams;
  const build = await loadBuild(slug, gameMode(mode));
  if (build.slug !== slug) redirect(`/b/${build.slug}${mode ? `?mode=${mode}` : ""}`);
  await countVisit(build);
  const { view } = build;
  return (
    <>
      <BuildHeader
        name={build.name}
        profession={view.profession}
        title={view.title}
        icon={view.professionIcon}
        badges={
          <>
            <BuildBadges mode={view.mode} visibility={build.visibility} example={build.example} />
            {build.ownerName && <span>by {build.ownerName}</span>}
            {build.forkedFrom && <ForkCredit {...build.forkedFrom} />}
            {build.viewCount > 0 && <span>{viewsText(build.viewCount)}</span>}
            {build.forkCount > 0 && (
              <span>copied {build.forkCount === 1 ? "once" : `${build.forkCount} times`}</span>
            )}
          </>
        }
      >
        <CopyLinkButton
          text={build.chatLink}
          label="Copy build link"
          icon={<GameIcon name="chatlink" className="size-4" />}
        />
        <ButtonLink href={build.isOwner ? `/builds/${build.slug}/edit` : `/builds/new?from=${build.slug}`}>
          <Pencil aria-hidden className="size-4" /> {build.isOwner ? "Edit" : "Edit a copy"}
        </ButtonLink>
        {view.mode !== "pvp" && (
          <ButtonLink href={`/optimizer?${new URLSearchParams({ build: build.slug, mode: view.mode })}`}>
            <Swords aria-hidden className="size-4" /> Optimise gear
          </ButtonLink>
        )}
        <ButtonLink href={`/chat?build=${build.slug}`}>
          <MessageCircle aria-hidden className="size-4" /> Ask the chat
        </ButtonLink>
        <ButtonLink href={`/compare?b=${build.slug}`}>
          <Columns2 aria-hidden className="size-4" /> Compare
        </ButtonLink>
        <form action={forkBuildAction}>
          <input type="hidden" name="slug" value={build.slug} />
          <Button type="submit">
            <Copy aria-hidden className="size-4" /> Copy to my builds
          </Button>
        </form>
        <ExportMenu slug={build.slug} />
      </BuildHeader>
      {(refused === "full" || refused === "often") && (
        <Notice tone="bad" alert title="The build was not copied" className="mb-6">
          {refused === "full"
            ? "Your library is full. Delete a build to copy another."
            : "You have saved many builds in a short time. Try again in an hour."}
        </Notice>
      )}
      <BuildNotices build={build} confirm={confirmUpToDateAction} />
      {build.example && (
        <Notice className="mb-6">
          An example made from a template of the {build.example.source}, state of {build.example.date}. The
          source states traits, a few skills and recommended equipment, and how often skills are used; what it
          does not state is left empty here.
        </Notice>
      )}
      <BuildBody view={view} />
      <BuildNotes details={build.details} />
      <ReportSection
        report={build.report}
        code={build.loadoutCode}
        mode={view.mode}
        modeHref={(mode) => `/b/${build.slug}?mode=${mode}`}
      />
      <BuildOpinions
        slug={build.slug}
        rating={build.rating}
        own={await readOwnOpinion(await currentActor(), build)}
        mayRate={!build.isOwner}
        rate={rateBuildAction}
        favour={favourBuildAction}
      />
      {!build.isOwner && (
        <p className="mt-4 text-sm text-ink-faint">
          <a href={`/b/${build.slug}/report`} className="underline underline-offset-2 hover:text-ink">
            Report this build to the moderators
          </a>
        </p>
      )}
      {isShared(build) && (
        <SharePanel
          address={buildAddresses(env().publicUrl, build.slug).page}
          qrCode={`/b/${build.slug}/qr.svg`}
          embed={`/embed/b/${build.slug}`}
          embedCode={embedCode(env().publicUrl, build)}
        />
      )}
      {mayBeIndexed(build) && (
        <StructuredData json={structuredData(env().publicUrl, build, describe(build))} />
      )}
      {build.isOwner && <OwnerPanel build={build} />}
    </>
  );
}

function OwnerPanel({ build }: { build: BuildPage }) {
  const { slug, name, visibility } = build;
  return (
    <Card className="mt-8 sm:p-6">
      <h2 className="mb-1 text-xl">Your build</h2>
      <p className="mb-4 text-sm text-ink-soft">
        Its address, which stays good when you rename it:{" "}
        <span className="break-all text-ink">{`${env().publicUrl}/b/${slug}`}</span>
      </p>
      <SaveBuildForm
        action={changeBuildAction}
        submitLabel="Save changes"
        withMode={false}
        initial={{ slug, name, visibility }}
      />
      <p className="mt-4 flex flex-wrap gap-2">
        <ButtonLink href={`/b/${slug}/history`}>
          <History aria-hidden className="size-4" /> History
        </ButtonLink>
        {!build.hidden && (
          <ButtonLink href={`/b/${slug}/transfer`}>
            <Gift aria-hidden className="size-4" /> Give to another player
          </ButtonLink>
        )}
      </p>
      <details className="mt-6 border-t border-line pt-4 text-sm">
        <summary className="text-ink-soft">Delete this build</summary>
        <form action={deleteBuildAction} className="mt-3 flex flex-wrap items-center gap-3">
          <input type="hidden" name="slug" value={slug} />
          <p className="text-ink-soft">
            Its page is gone at once. For 30 days you can bring the build back from “Deleted”.
          </p>
          <Button type="submit" tone="danger">
            Delete “{name}”
          </Button>
        </form>
      </details>
    </Card>
  );
}

function ForkCredit({ credit, slug }: NonNullable<BuildPage["forkedFrom"]>) {
  return (
    <span>
      copy of{" "}
      {slug ? (
        <a href={`/b/${slug}`} className="text-accent underline underline-offset-2">
          {credit}
        </a>
      ) : (
        credit
      )}
    </span>
  );
}

/** Others can see it, so it has a frame and a code. */
function isShared({ visibility, hidden }: BuildPage): boolean {
  return visibility !== "private" && !hidden;
}

/** One sentence for previews and search engines. */
function describe({ view, example }: BuildPage): string {
  const lines = view.specializations.map(({ name }) => name).join(", ");
  const origin = example ? ` Example from ${example.date}.` : "";
  return `${view.title} build for Guild Wars 2: ${lines || "no specializations chosen"}.${origin} Every trait and skill with its figures.`;
}
