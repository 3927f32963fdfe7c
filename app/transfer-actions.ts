"use server";

import { redirect } from "next/navigation";
import type { FormState } from "#components/ui/form-state.ts";
import { answerOfferSchema, offerBuildSchema, withdrawOfferSchema } from "#lib/builds/transfer/schema.ts";
import { answerOffer, offerBuild, withdrawOffer } from "#lib/builds/transfer/service.ts";
import type { ActionState } from "#lib/platform/http/action.ts";
import { action } from "./actor-action.ts";

const OFFERS = "/builds/transfers";

const runOffer = action(
  offerBuildSchema,
  async ({ actor, input }) => {
    await offerBuild(actor, input);
    redirect(`${OFFERS}?offered=1`);
  },
  { rateLimit: "offerBuild" },
);

const runAnswer = action(answerOfferSchema, ({ actor, input }) => answerOffer(actor, input));
const runWithdraw = action(withdrawOfferSchema, ({ actor, input }) => withdrawOffer(actor, input));

/** Offers a build to another account. */
export async function offerBuildAction(state: FormState, form: FormData): Promise<FormState> {
  return runOffer(state as ActionState<never>, form);
}

/** Accepts or declines a build; whoever accepts it is led to it. */
export async function answerOfferAction(form: FormData): Promise<void> {
  const state = await runAnswer(null, form);
  if (state?.ok) redirect(state.value ? `/b/${state.value.slug}` : OFFERS);
  redirect(`${OFFERS}?refused=${state?.error.code === "TOO_LARGE" ? "full" : "gone"}`);
}

/** Takes an offer back. */
export async function withdrawOfferAction(form: FormData): Promise<void> {
  const state = await runWithdraw(null, form);
  redirect(state?.ok ? OFFERS : `${OFFERS}?refused=gone`);
}
