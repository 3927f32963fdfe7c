"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthError } from "next-auth";
import { z } from "zod";
import type { AccountFormState } from "#components/accounts/form-state.ts";
import { signIn, signOut } from "#lib/accounts/auth.ts";
import { safeReturnPath } from "#lib/accounts/policy.ts";
import { signInSchema, signUpSchema } from "#lib/accounts/schema.ts";
import { signUp } from "#lib/accounts/service.ts";
import { clientAddress } from "#lib/platform/rate-limit/client-address.ts";
import { requireRateLimit } from "#lib/platform/rate-limit/rate-limit.ts";
import { AppError } from "#lib/shared/app-error.ts";

const WRONG_CREDENTIALS = "Email address and password do not belong together. Check both, or sign up.";

export async function signInAction(_state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const values = shownValues(form);
  const input = signInSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { values, fields: fieldMessages(input.error) };
  try {
    await requireRateLimit("signInPerAddress", clientAddress(await headers()));
    await requireRateLimit("signInPerEmail", input.data.email);
  } catch (error) {
    return refused(values, error);
  }
  if (!(await openSession(input.data))) return { values, message: WRONG_CREDENTIALS };
  redirect(safeReturnPath(values.next));
}

export async function signUpAction(_state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const values = shownValues(form);
  const input = signUpSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { values, fields: fieldMessages(input.error) };
  try {
    await requireRateLimit("signUp", clientAddress(await headers()));
    await signUp(input.data);
  } catch (error) {
    return refused(values, error);
  }
  await openSession(input.data);
  redirect(safeReturnPath(values.next));
}

export async function signOutAction(): Promise<void> {
  await signOut({ redirect: false });
  redirect("/");
}

/** Sets the session cookie; false where the credentials are wrong. */
async function openSession(credentials: { email: string; password: string }): Promise<boolean> {
  try {
    await signIn("credentials", { ...credentials, redirect: false });
    return true;
  } catch (error) {
    if (error instanceof AuthError && error.type === "CredentialsSignin") return false;
    throw error;
  }
}

/** An expected refusal, at its field where it has one; anything else is thrown on. */
function refused(values: AccountFormState["values"], error: unknown): AccountFormState {
  if (!(error instanceof AppError)) throw error;
  return error.field
    ? { values, fields: { [error.field]: error.message } }
    : { values, message: error.message };
}

/** What the form may show again. The password never travels back. */
function shownValues(form: FormData): Record<string, string> {
  const entries = ["displayName", "email", "next"].map((name) => [
    name,
    String(form.get(name) ?? "").slice(0, 2000),
  ]);
  return Object.fromEntries(entries);
}

function fieldMessages(error: z.ZodError): Record<string, string> {
  const { fieldErrors } = z.flattenError(error as z.ZodError<Record<string, unknown>>);
  return Object.fromEntries(
    Object.entries(fieldErrors).map(([field, messages]) => [field, messages?.[0] ?? ""]),
  );
}
