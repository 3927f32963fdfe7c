import type { Metadata } from "next";
import { currentActor } from "#lib/accounts/session.ts";
import { type EditorSearch, startOfNew } from "./data.ts";
import { EditorView } from "./editor-view.tsx";

export const metadata: Metadata = {
  title: "Build editor",
  description:
    "Put a Guild Wars 2 build together: specializations, traits, skills, weapons and equipment, with its figures at every step. No account needed.",
};

/** The editor for everybody: what is made here is kept in the browser until it is saved. */
export default async function EditorPage({ searchParams }: { searchParams: EditorSearch }) {
  const start = await startOfNew(await currentActor(), await searchParams);
  return <EditorView start={start} />;
}
