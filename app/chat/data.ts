import { notFound } from "next/navigation";
import { cache } from "react";
import { currentActor } from "#lib/accounts/session.ts";
import { chatIdSchema } from "#lib/chat/schema.ts";
import { readChat, requireBuild } from "#lib/chat/service.ts";
import type { AttachedBuildView, ChatView } from "#lib/chat/view.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";

/** The chat of a page, read once per request; the 404 page where the reader may not see it. */
export const loadChat = cache(async (id: string): Promise<ChatView> => {
  const chatId = chatIdSchema.safeParse(id);
  if (!chatId.success) notFound();
  return (await nullWhereNotFound(readChat(await currentActor(), chatId.data))) ?? notFound();
});

/** The build of `/chat?build=<slug>`; null where the reader may not see it, or none was named. */
export async function loadBuildToAttach(
  slug: string | string[] | undefined,
): Promise<AttachedBuildView | null> {
  const parsed = buildSlugSchema.safeParse(slug);
  if (!parsed.success) return null;
  const build = await nullWhereNotFound(requireBuild(await currentActor(), parsed.data));
  return build && { slug: build.slug, name: build.name };
}

async function nullWhereNotFound<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
