import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="mx-auto max-w-xl py-16 text-center">
      <h1 className="text-3xl">There is nothing at this address</h1>
      <p className="mt-3 text-ink-soft">
        The page may have been deleted, or it is private. If somebody gave you the link, ask them to make the
        build unlisted or public.
      </p>
      <p className="mt-6 flex justify-center gap-3">
        <ButtonLink href="/" tone="primary">
          Home
        </ButtonLink>
        <ButtonLink href="/builds">Builds</ButtonLink>
      </p>
    </div>
  );
}
