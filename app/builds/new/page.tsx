import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type EditorSearch, startOfNew } from "#app/editor/data.ts";
import { EditorView } from "#app/editor/editor-view.tsx";
import { currentActor } from "#lib/accounts/session.ts";

export const metadata: Metadata = { title: "New build", robots: { index: false } };

/** A new build for the player's library. Visitors make theirs in the open editor, which has the same draft. */
export default async function NewBuildPage({ searchParams }: { searchParams: EditorSearch }) {
  const [actor, search] = [await currentActor(), await searchParams];
  if (actor.kind === "visitor") redirect(`/editor${queryOf(search)}`);
  return <EditorView start={await startOfNew(actor, search)} />;
}

function queryOf(search: Awaited<EditorSearch>): string {
  const given = Object.entries(search).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined ? [] : [[name, one]])),
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
