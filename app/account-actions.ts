"use server";

import { redirect } from "next/navigation";
import { AuthError } from "next-auth";
import { z } from "zod";
import type { FormState } from "#components/ui/form-state.ts";
import type { Actor, UserActor } from "#lib/accounts/actor.ts";
import { signIn, signOut } from "#lib/accounts/auth.ts";
import { safeReturnPath } from "#lib/accounts/policy.ts";
import { signInSchema, signUpSchema } from "#lib/accounts/schema.ts";
import { signUp, verifyCredentials } from "#lib/accounts/service.ts";
import { claimVisitorChats } from "#lib/chat/service.ts";
import type { ActionState } from "#lib/platform/http/action.ts";
import { clientAddress } from "#lib/platform/rate-limit/client-address.ts";
import { requireRateLimit } from "#lib/platform/rate-limit/rate-limit.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { action } from "./actor-action.ts";

/** Where the form leads afterwards; anything but a path of this site is ignored. */
const next = z.string().optional();

const runSignIn = action(signInSchema.extend({ next }), async ({ actor, input, headers }) => {
  await requireRateLimit("signInPerAddress", clientAddress(headers));
  await requireRateLimit("signInPerEmail", input.email);
  const user = await verifyCredentials(input);
  if (!user) throw wrongCredentials();
  await openSession(input);
  await keepChats(actor, user);
  redirect(safeReturnPath(input.next));
});

const runSignUp = action(signUpSchema.safeExtend({ next }), async ({ actor, input, headers }) => {
  await requireRateLimit("signUp", clientAddress(headers));
  const user = await signUp(input);
  await openSession(input);
  await keepChats(actor, user);
  redirect(safeReturnPath(input.next));
});

export async function signInAction(state: FormState, form: FormData): Promise<FormState> {
  return runSignIn(state as ActionState<never>, form);
}

export async function signUpAction(state: FormState, form: FormData): Promise<FormState> {
  return runSignUp(state as ActionState<never>, form);
}

export async function signOutAction(): Promise<void> {
  await signOut({ redirect: false });
  redirect("/");
}

/** Sets the session cookie. Throws UNAUTHENTICATED where email and password do not belong together. */
async function openSession({ email, password }: { email: string; password: string }): Promise<void> {
  try {
    await signIn("credentials", { email, password, redirect: false });
  } catch (error) {
    if (!(error instanceof AuthError) || error.type !== "CredentialsSignin") throw error;
    throw wrongCredentials();
  }
}

/** What a visitor asked before signing in stays theirs. */
async function keepChats(before: Actor, user: UserActor): Promise<void> {
  if (before.kind === "visitor" && before.visitorHash) await claimVisitorChats(user, before.visitorHash);
}

function wrongCredentials(): AppError {
  return new AppError("UNAUTHENTICATED", {
    message: "Email address and password do not belong together. Check both, or sign up.",
  });
}
