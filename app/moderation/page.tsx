import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { decideAction } from "#app/moderation-actions.ts";
import { DeskView } from "#components/moderation/desk-view.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { readDesk } from "#lib/moderation/service.ts";
import { AppError } from "#lib/shared/app-error.ts";

export const metadata: Metadata = { title: "Moderation", robots: { index: false } };

const DONE: Readonly<Record<string, string>> = {
  dismiss: "The reports were dismissed.",
  hide: "The build is hidden. Its owner reads your reasons.",
  show: "The build is shown again.",
};

type Props = { searchParams: Promise<{ decided?: string | string[] }> };

/** Where moderators decide on reported builds. For everybody else there is nothing here. */
export default async function ModerationPage({ searchParams }: Props) {
  const desk = await read();
  const { decided } = await searchParams;
  const done = typeof decided === "string" ? DONE[decided] : undefined;
  return (
    <>
      <h1 className="mb-5 text-3xl">Moderation</h1>
      {done && <Notice className="mb-5">{done}</Notice>}
      <DeskView desk={desk} decide={decideAction} />
    </>
  );
}

async function read() {
  try {
    return await readDesk(await currentActor());
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
