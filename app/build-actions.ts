"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "#components/ui/form-state.ts";
import { currentActor } from "#lib/accounts/session.ts";
import { changeBuildSchema, saveBuildSchema } from "#lib/builds/schema.ts";
import { changeBuild, deleteBuild, saveBuild } from "#lib/builds/service.ts";
import type { ActionState } from "#lib/platform/http/action.ts";
import { action } from "./actor-action.ts";

const runSave = action(
  saveBuildSchema,
  async ({ actor, input }) => {
    if (actor.kind === "visitor") {
      const typed = new URLSearchParams({ ...input, save: "1" });
      redirect(`/sign-in?next=${encodeURIComponent(`/build?${typed}#save`)}`);
    }
    const { slug } = await saveBuild(actor, input);
    redirect(`/b/${slug}`);
  },
  { rateLimit: "saveBuild" },
);

const runChange = action(changeBuildSchema, async ({ actor, input }) => {
  await changeBuild(actor, input);
  redirect(`/b/${input.slug}`);
});

/** Saves a pasted link. A visitor is led through sign-in and comes back with everything that was typed. */
export async function saveBuildAction(state: FormState, form: FormData): Promise<FormState> {
  return runSave(state as ActionState<never>, form);
}

/** Renames a build or changes who may see it. */
export async function changeBuildAction(state: FormState, form: FormData): Promise<FormState> {
  return runChange(state as ActionState<never>, form);
}

export async function deleteBuildAction(form: FormData): Promise<void> {
  const slug = z.string().max(100).parse(form.get("slug"));
  await deleteBuild(await currentActor(), slug);
  redirect("/builds");
}
