import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { answerOfferAction, withdrawOfferAction } from "#app/transfer-actions.ts";
import { IncomingOffers, OutgoingOffers } from "#components/transfer/offer-lists.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { OFFER_DAYS } from "#lib/builds/transfer/policy.ts";
import { listOffers } from "#lib/builds/transfer/service.ts";

export const metadata: Metadata = { title: "Offered builds", robots: { index: false } };

const REFUSALS: Readonly<Record<string, string>> = {
  full: "Your library is full. Delete a build, then accept this one.",
  gone: "This offer is no longer open. It may have been withdrawn, or its time is over.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Builds that others offer to the player, and those that the player offers. */
export default async function TransfersPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/builds/transfers");
  const [{ incoming, outgoing }, { offered, refused }] = await Promise.all([listOffers(actor), searchParams]);
  const refusal = typeof refused === "string" ? REFUSALS[refused] : undefined;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Offered builds</h1>
        <ButtonLink href="/builds">Your builds</ButtonLink>
      </div>
      <p className="mb-5 text-ink-soft">
        Whoever accepts a build owns it from then on. An offer is open for {OFFER_DAYS} days.
      </p>
      {refusal && (
        <Notice tone="bad" alert className="mb-5">
          {refusal}
        </Notice>
      )}
      {offered === "1" && !refusal && (
        <Notice className="mb-5">
          The build is offered. If there is such an account, the offer waits there under “Your builds”,
          “Offers”.
        </Notice>
      )}
      {incoming.length > 0 && (
        <section className="mb-8">
          <h2 className="mb-3 text-xl">Offered to you</h2>
          <IncomingOffers offers={incoming} answer={answerOfferAction} />
        </section>
      )}
      {outgoing.length > 0 && (
        <section>
          <h2 className="mb-3 text-xl">Offered by you</h2>
          <OutgoingOffers offers={outgoing} withdraw={withdrawOfferAction} />
        </section>
      )}
      {incoming.length + outgoing.length === 0 && (
        <Card>
          <p>Nobody offers you a build.</p>
          <p className="mt-1 text-sm text-ink-soft">
            To give one of yours to somebody, open its page and choose “Give to another player”.
          </p>
        </Card>
      )}
    </>
  );
}
