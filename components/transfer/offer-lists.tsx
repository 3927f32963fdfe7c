import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { IncomingOffer, OutgoingOffer } from "#lib/builds/transfer/view.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

type FormHandler = (form: FormData) => Promise<void>;

/** Builds that others offer to the reader. Plain forms: no script of its own. */
export function IncomingOffers({
  offers,
  answer,
}: {
  offers: readonly IncomingOffer[];
  answer: FormHandler;
}) {
  return (
    <ul aria-label="Offered to you" className="flex flex-col gap-3">
      {offers.map(({ offerId, build, fromName, expiresAt }) => (
        <li key={offerId}>
          <Card className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0">
              <span className="block font-medium break-words">{build.name}</span>
              <span className="block text-sm text-ink-soft">
                {build.title}, {GAME_MODE_NAMES[build.mode]}, from {fromName}
              </span>
              <span className="block text-sm text-ink-faint">Open until {WHEN.format(expiresAt)}</span>
            </span>
            <form action={answer} className="flex flex-wrap gap-2">
              <input type="hidden" name="offerId" value={offerId} />
              <Button
                type="submit"
                name="answer"
                value="accept"
                tone="primary"
                aria-label={`Accept ${build.name}`}
              >
                Accept
              </Button>
              <Button type="submit" name="answer" value="decline" aria-label={`Decline ${build.name}`}>
                Decline
              </Button>
            </form>
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** What became of the builds that the reader offers. */
export function OutgoingOffers({
  offers,
  withdraw,
}: {
  offers: readonly OutgoingOffer[];
  withdraw: FormHandler;
}) {
  return (
    <ul aria-label="Offered by you" className="flex flex-col gap-3">
      {offers.map((offer) => (
        <li key={offer.offerId}>
          <Card className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0">
              <a
                href={`/b/${offer.slug}`}
                className="block font-medium break-words text-accent underline underline-offset-2"
              >
                {offer.name}
              </a>
              <span className="block text-sm break-words text-ink-soft">Offered to {offer.addressee}</span>
              <OfferState offer={offer} />
            </span>
            {offer.state === "open" && (
              <form action={withdraw}>
                <input type="hidden" name="offerId" value={offer.offerId} />
                <Button type="submit" aria-label={`Withdraw the offer of ${offer.name}`}>
                  Withdraw
                </Button>
              </form>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function OfferState({ offer: { state, expiresAt } }: { offer: OutgoingOffer }) {
  if (state === "open")
    return <span className="block text-sm text-ink-faint">Open until {WHEN.format(expiresAt)}</span>;
  return <Badge tone="warn">{state === "declined" ? "Declined" : "Not answered in time"}</Badge>;
}
