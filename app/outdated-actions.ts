"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { confirmUpToDate } from "#lib/builds/outdated/service.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { action } from "./actor-action.ts";

const runConfirm = action(z.object({ slug: buildSlugSchema }), async ({ actor, input }) => {
  await confirmUpToDate(actor, input.slug);
  redirect(`/b/${input.slug}`);
});

/** The owner of an outdated build has looked at what changed and stands by it. */
export async function confirmUpToDateAction(form: FormData): Promise<void> {
  const state = await runConfirm(null, form);
  if (state && !state.ok) throw new Error(state.error.message);
}
