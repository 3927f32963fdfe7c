import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { offerBuildAction } from "#app/transfer-actions.ts";
import { OfferForm } from "#components/transfer/offer-form.client.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { OFFER_DAYS } from "#lib/builds/transfer/policy.ts";
import { readOfferable } from "#lib/builds/transfer/service.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";

export const metadata: Metadata = { title: "Give a build away", robots: { index: false } };

/** An owner offers a build to another account. */
export default async function TransferPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug, name } = await read((await params).slug);
  return (
    <div className="mx-auto max-w-2xl">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="min-w-0 text-2xl break-words sm:text-3xl">Give “{name}” to another player</h1>
        <ButtonLink href={`/b/${slug}`}>Back to the build</ButtonLink>
      </div>
      <p className="mb-5 text-ink-soft">
        The build stays yours until the other player accepts it, for up to {OFFER_DAYS} days. Then it is
        theirs: its address and its history stay, and you can no longer change it. You may withdraw the offer
        before. An offer that is open ends when you make another.
      </p>
      <Card>
        <OfferForm action={offerBuildAction} slug={slug} />
      </Card>
    </div>
  );
}

async function read(slug: string) {
  if (!buildSlugSchema.safeParse(slug).success) notFound();
  try {
    return await readOfferable(await currentActor(), slug);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    if (error instanceof AppError && error.code === "FORBIDDEN") redirect(`/b/${slug}`);
    throw error;
  }
}
