import type { Metadata } from "next";
import { ImportDesk } from "#components/exchange/import-desk.client.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { pastedSchema } from "#lib/builds/exchange/schema.ts";
import { previewImport } from "#lib/builds/exchange/service.ts";
import { importAction } from "./actions.ts";

export const metadata: Metadata = {
  title: "Import builds",
  description:
    "Paste chat links, share links, JSON, Markdown or a whole list: see every Guild Wars 2 build in it, what could not be read and why, and save what you want.",
  alternates: { canonical: "/import" },
};

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Takes builds in from anything that is pasted. A short text may stand in the address; `kept` brings back the tab's. */
export default async function ImportPage({ searchParams }: { searchParams: Search }) {
  const { text, mode, kept } = await searchParams;
  const actor = await currentActor();
  const given = pastedSchema.safeParse({ text, mode });
  const initial = given.success
    ? { ...given.data, preview: await previewImport(actor, given.data), saved: null, refused: null }
    : null;
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="text-3xl">Import builds</h1>
      <p className="mt-2 mb-5 max-w-prose text-ink-soft">
        Paste anything that holds builds. Everything found is shown first, with what could not be read;
        nothing is saved before you choose it.
      </p>
      <ImportDesk
        initial={initial}
        isSignedIn={actor.kind === "user"}
        bringBack={kept !== undefined}
        action={importAction}
      />
    </div>
  );
}
