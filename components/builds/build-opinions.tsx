import { Heart, Star } from "lucide-react";
import { buttonClass } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { OwnOpinion, Rating } from "#lib/builds/view.ts";

const STARS = [1, 2, 3, 4, 5] as const;

type FormHandler = (form: FormData) => Promise<void>;

/** What others think of a build, and the reader's own vote and favourite. Plain forms: no script of its own. */
export function BuildOpinions({
  slug,
  rating,
  own,
  mayRate,
  rate,
  favour,
}: {
  slug: string;
  rating: Rating;
  /** Null for visitors. */
  own: OwnOpinion | null;
  mayRate: boolean;
  rate: FormHandler;
  favour: FormHandler;
}) {
  return (
    <section
      aria-label="Rating"
      className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3 border-t border-line pt-5 text-sm text-ink-soft"
    >
      <p>{ratingText(rating)}</p>
      {own && mayRate && (
        <form action={rate} className="flex flex-wrap items-center gap-1">
          <input type="hidden" name="slug" value={slug} />
          <span className="mr-1">Your rating:</span>
          {STARS.map((stars) => {
            const isLit = stars <= (own.stars ?? 0);
            const isChosen = stars === own.stars;
            return (
              <button
                key={stars}
                type="submit"
                name="stars"
                value={isChosen ? 0 : stars}
                aria-pressed={isChosen}
                aria-label={stars === 1 ? "1 star" : `${stars} stars`}
                title={isChosen ? "Take the rating back" : undefined}
                className="rounded p-1.5 hover:bg-raised"
              >
                <Star
                  aria-hidden
                  className={classNames("size-5", isLit ? "fill-accent text-accent" : "text-ink-faint")}
                />
              </button>
            );
          })}
        </form>
      )}
      {own && (
        <form action={favour}>
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="favourite" value={String(!own.isFavourite)} />
          <button type="submit" aria-pressed={own.isFavourite} className={buttonClass("quiet", "px-3")}>
            <Heart
              aria-hidden
              className={classNames("size-4", own.isFavourite && "fill-accent text-accent")}
            />{" "}
            Favourite
          </button>
        </form>
      )}
      {!own && (
        <a
          href={`/sign-in?next=${encodeURIComponent(`/b/${slug}`)}`}
          className="text-accent underline underline-offset-2"
        >
          Sign in to rate it or keep it at hand
        </a>
      )}
    </section>
  );
}

function ratingText({ score, count }: Rating): string {
  if (count === 0) return "Nobody has rated this build yet.";
  return `Rated ${score.toFixed(1)} of 5 by ${count === 1 ? "1 player" : `${count} players`} (few votes count towards 3).`;
}
