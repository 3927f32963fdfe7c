"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "#components/ui/form-state.ts";
import { currentActor } from "#lib/accounts/session.ts";
import { rateBuild, setFavourite } from "#lib/builds/opinions/service.ts";
import { restoreRevision } from "#lib/builds/revisions/service.ts";
import {
  changeBuildSchema,
  favouriteSchema,
  rateSchema,
  restoreRevisionSchema,
  saveBuildSchema,
} from "#lib/builds/schema.ts";
import { changeBuild, deleteBuild, forkBuild, restoreBuild, saveBuild } from "#lib/builds/service.ts";
import type { ActionState } from "#lib/platform/http/action.ts";
import { action } from "./actor-action.ts";

const slugSchema = z.object({ slug: z.string().min(1).max(100) });

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
  const { slug } = await changeBuild(actor, input);
  redirect(`/b/${slug}`);
});

/** Saves a pasted link. A visitor is led through sign-in and comes back with everything that was typed. */
export async function saveBuildAction(state: FormState, form: FormData): Promise<FormState> {
  return runSave(state as ActionState<never>, form);
}

/** Renames a build or changes who may see it. */
export async function changeBuildAction(state: FormState, form: FormData): Promise<FormState> {
  return runChange(state as ActionState<never>, form);
}

/** Puts a build into the bin. */
export async function deleteBuildAction(form: FormData): Promise<void> {
  await deleteBuild(await currentActor(), slugOf(form));
  redirect("/builds");
}

const runFork = action(slugSchema, ({ actor, input }) => forkBuild(actor, input.slug), {
  rateLimit: "saveBuild",
});

/** Copies a build into the player's library. A visitor signs in first and comes back to the build. */
export async function forkBuildAction(form: FormData): Promise<void> {
  const slug = slugOf(form);
  if ((await currentActor()).kind === "visitor") {
    redirect(`/sign-in?next=${encodeURIComponent(`/b/${slug}`)}`);
  }
  const state = await runFork(null, form);
  if (state?.ok) redirect(`/b/${state.value.slug}`);
  if (state?.error.code === "TOO_LARGE") redirect(`/b/${slug}?refused=full`);
  if (state?.error.code === "RATE_LIMITED") redirect(`/b/${slug}?refused=often`);
  throw new Error(state?.error.message);
}

/** Takes a build out of the bin. */
export async function restoreBuildAction(form: FormData): Promise<void> {
  const slug = slugOf(form);
  await restoreBuild(await currentActor(), slug);
  redirect(`/b/${slug}`);
}

const runRestoreRevision = action(restoreRevisionSchema, async ({ actor, input }) => {
  await restoreRevision(actor, input);
  redirect(`/b/${input.slug}/history`);
});

/** Makes an earlier revision the present one. */
export async function restoreRevisionAction(form: FormData): Promise<void> {
  const state = await runRestoreRevision(null, form);
  if (state && !state.ok) throw new Error(state.error.message);
}

const runRate = action(rateSchema, ({ actor, input }) => rateBuild(actor, input), { rateLimit: "api" });
const runFavour = action(favouriteSchema, ({ actor, input }) => setFavourite(actor, input), {
  rateLimit: "api",
});

/** Rates a build, or takes the vote back. */
export async function rateBuildAction(form: FormData): Promise<void> {
  const state = await runRate(null, form);
  if (state && !state.ok) throw new Error(state.error.message);
  redirect(`/b/${slugOf(form)}`);
}

/** Keeps a build among the favourites, or takes it out. */
export async function favourBuildAction(form: FormData): Promise<void> {
  const state = await runFavour(null, form);
  if (state && !state.ok) throw new Error(state.error.message);
  redirect(`/b/${slugOf(form)}`);
}

function slugOf(form: FormData): string {
  return slugSchema.parse(Object.fromEntries(form)).slug;
}
