"use client";

import { Button } from "#components/ui/button.tsx";

/** Shown where a page failed for a reason of ours; the details are in the server's log. */
export function ErrorScreen({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  return (
    <div className="mx-auto max-w-xl py-16 text-center">
      <h1 className="text-3xl">Something went wrong on our side</h1>
      <p className="mt-3 text-ink-soft">
        Nothing you saved is lost. Try again; if it stays, tell whoever runs this site
        {digest ? ` and name the code ${digest}` : ""}.
      </p>
      <Button tone="primary" className="mt-6" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}
