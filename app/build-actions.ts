"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { SaveBuildState } from "#components/builds/save-build-state.ts";
import { currentActor } from "#lib/accounts/session.ts";
import { changeBuildSchema, saveBuildSchema } from "#lib/builds/schema.ts";
import { changeBuild, deleteBuild, saveBuild } from "#lib/builds/service.ts";
import { requireRateLimit } from "#lib/platform/rate-limit/rate-limit.ts";
import { AppError } from "#lib/shared/app-error.ts";

/** Saves a pasted link. A visitor is led through sign-in and comes back with everything that was typed. */
export async function saveBuildAction(_state: SaveBuildState, form: FormData): Promise<SaveBuildState> {
  const actor = await currentActor();
  const values = shownValues(form);
  const input = saveBuildSchema.safeParse(values);
  if (!input.success) return refused(values, input.error);
  if (actor.kind === "visitor") {
    redirect(
      `/sign-in?next=${encodeURIComponent(`/build?${new URLSearchParams({ ...values, save: "1" })}`)}`,
    );
  }
  const saved = await attempt(values, async () => {
    await requireRateLimit("saveBuild", actor.userId);
    return saveBuild(actor, input.data);
  });
  if ("state" in saved) return saved.state;
  redirect(`/b/${saved.value.slug}`);
}

/** Renames a build or changes who may see it. */
export async function changeBuildAction(_state: SaveBuildState, form: FormData): Promise<SaveBuildState> {
  const actor = await currentActor();
  const values = shownValues(form);
  const input = changeBuildSchema.safeParse(values);
  if (!input.success) return refused(values, input.error);
  const changed = await attempt(values, () => changeBuild(actor, input.data));
  if ("state" in changed) return changed.state;
  redirect(`/b/${input.data.slug}`);
}

export async function deleteBuildAction(form: FormData): Promise<void> {
  const slug = z.string().max(100).parse(form.get("slug"));
  await deleteBuild(await currentActor(), slug);
  redirect("/builds");
}

async function attempt<Value>(
  values: SaveBuildState["values"],
  work: () => Promise<Value>,
): Promise<{ value: Value } | { state: SaveBuildState }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const isShownField = error.field === "name" || error.field === "visibility";
    return {
      state: isShownField
        ? { values, fields: { [String(error.field)]: error.message } }
        : { values, message: error.message },
    };
  }
}

function refused(values: SaveBuildState["values"], error: z.ZodError): SaveBuildState {
  const messages = error.issues.map((issue) => [String(issue.path[0]), issue.message] as const);
  const link = messages.find(([field]) => field === "link");
  return { values, fields: Object.fromEntries(messages), ...(link && { message: link[1] }) };
}

function shownValues(form: FormData): Record<string, string> {
  const names = ["link", "slug", "name", "mode", "visibility"];
  const present = names.filter((name) => form.has(name));
  return Object.fromEntries(present.map((name) => [name, String(form.get(name)).slice(0, 4000)]));
}
