import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { reportBuildAction } from "#app/moderation-actions.ts";
import { AppealForm } from "#components/moderation/appeal-form.client.tsx";
import { ReportForm } from "#components/moderation/report-form.client.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { readReportable } from "#lib/moderation/service.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";

export const metadata: Metadata = { title: "Report a build", robots: { index: false } };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ sent?: string | string[] }>;
};

/** Tells the moderators of a build; its owner, where it is hidden, asks them to look again. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { slug, name, isOwner } = await read((await params).slug);
  const isSent = (await searchParams).sent === "1";
  const title = isOwner ? `Ask about “${name}”` : `Report “${name}”`;
  return (
    <div className="mx-auto max-w-2xl">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="min-w-0 text-2xl break-words sm:text-3xl">{title}</h1>
        <ButtonLink href={`/b/${slug}`}>Back to the build</ButtonLink>
      </div>
      {isSent && (
        <Notice className="mb-5" title="Thank you, the moderators have it.">
          They read reports one by one. Sent again, a report takes the place of the first.
        </Notice>
      )}
      {!isSent && (
        <Card>
          {isOwner ? (
            <AppealForm action={reportBuildAction} slug={slug} />
          ) : (
            <ReportForm action={reportBuildAction} slug={slug} />
          )}
        </Card>
      )}
    </div>
  );
}

async function read(slug: string) {
  if (!buildSlugSchema.safeParse(slug).success) notFound();
  try {
    return await readReportable(await currentActor(), slug);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "NOT_FOUND") notFound();
    if (error.code === "UNAUTHENTICATED") {
      redirect(`/sign-in?next=${encodeURIComponent(`/b/${slug}/report`)}`);
    }
    if (error.code === "FORBIDDEN") redirect(`/b/${slug}`);
    throw error;
  }
}
