"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "#app/actor-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { gearToApplySchema } from "#lib/gear/apply-result.ts";
import { gearSubjectSchema } from "#lib/gear/schema.ts";
import { applyGear } from "#lib/gear/service.ts";
import type { ActionState } from "#lib/platform/http/action.ts";

/** Both travel as JSON texts in hidden fields. */
const applySchema = z.object({
  subject: jsonOf(gearSubjectSchema),
  gear: jsonOf(gearToApplySchema),
});

const runApply = action(
  applySchema,
  async ({ actor, input }) => {
    const applied = await applyGear(actor, input.subject, input.gear);
    if ("slug" in applied) redirect(`/b/${applied.slug}#numbers`);
    redirect(`/build?${new URLSearchParams({ code: applied.code })}`);
  },
  { rateLimit: "saveBuild" },
);

/** Puts a result on: saved in the player's own build, otherwise shown as a new one that can be saved. */
export async function applyGearAction(state: FormState, form: FormData): Promise<FormState> {
  return runApply(state as ActionState<never>, form);
}

function jsonOf<Schema extends z.ZodType>(schema: Schema) {
  const error = "This page is out of date. Reload it and try again.";
  return z
    .string({ error })
    .max(20_000, { error })
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: error });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
