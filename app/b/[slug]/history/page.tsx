import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { restoreRevisionAction } from "#app/build-actions.ts";
import { RevisionComparisonTable } from "#components/builds/revision-comparison.tsx";
import { RevisionList } from "#components/builds/revision-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { readHistory } from "#lib/builds/revisions/service.ts";
import { AppError } from "#lib/shared/app-error.ts";

export const metadata: Metadata = { title: "History", robots: { index: false } };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pairSchema = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });

/** Every kept state of one's own build, two of them compared, and the way back to each. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const pair = pairSchema.safeParse(await searchParams);
  const history = await read((await params).slug, pair.success ? pair.data : null);
  const { slug, name, comparison } = history;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="min-w-0 text-2xl break-words sm:text-3xl">History of {name}</h1>
        <ButtonLink href={`/b/${slug}`}>Back to the build</ButtonLink>
      </div>
      {comparison && <RevisionComparisonTable comparison={comparison} />}
      <RevisionList history={history} restore={restoreRevisionAction} />
    </>
  );
}

async function read(slug: string, pair: z.infer<typeof pairSchema> | null) {
  try {
    return await readHistory(await currentActor(), slug, pair);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
