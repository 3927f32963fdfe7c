import type { Metadata } from "next";
import { type EditorSearch, startOfEditing } from "#app/editor/data.ts";
import { EditorView } from "#app/editor/editor-view.tsx";
import { currentActor } from "#lib/accounts/session.ts";

export const metadata: Metadata = { title: "Edit build", robots: { index: false } };

type Props = { params: Promise<{ id: string }>; searchParams: EditorSearch };

/** One's own build in the editor. Its id in addresses is its slug. */
export default async function EditBuildPage({ params, searchParams }: Props) {
  const start = await startOfEditing(await currentActor(), (await params).id, await searchParams);
  return <EditorView start={start} />;
}
