"use server";

import { redirect } from "next/navigation";
import type { FormState } from "#components/ui/form-state.ts";
import { decideSchema, reportBuildSchema } from "#lib/moderation/schema.ts";
import { decide, reportBuild } from "#lib/moderation/service.ts";
import type { ActionState } from "#lib/platform/http/action.ts";
import { action } from "./actor-action.ts";

const runReport = action(
  reportBuildSchema,
  async ({ actor, input }) => {
    if (actor.kind === "visitor") redirect(`/sign-in?next=${encodeURIComponent(`/b/${input.slug}/report`)}`);
    await reportBuild(actor, input);
    redirect(`/b/${input.slug}/report?sent=1`);
  },
  { rateLimit: "report" },
);

const runDecide = action(decideSchema, async ({ actor, input }) => {
  await decide(actor, input);
  redirect(`/moderation?decided=${input.verdict}`);
});

/** Tells the moderators of a build. */
export async function reportBuildAction(state: FormState, form: FormData): Promise<FormState> {
  return runReport(state as ActionState<never>, form);
}

/** A moderator decides on a build. */
export async function decideAction(state: FormState, form: FormData): Promise<FormState> {
  return runDecide(state as ActionState<never>, form);
}
