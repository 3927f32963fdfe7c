import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signUpAction } from "#app/account-actions.ts";
import { AccountForm } from "#components/accounts/account-form.client.tsx";
import { Card } from "#components/ui/card.tsx";
import { safeReturnPath } from "#lib/accounts/policy.ts";
import { currentActor } from "#lib/accounts/session.ts";

export const metadata: Metadata = { title: "Sign up", robots: { index: false } };

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const returnPath = safeReturnPath(String(next ?? ""));
  if ((await currentActor()).kind === "user") redirect(returnPath);
  return (
    <Card className="mx-auto mt-4 max-w-md sm:mt-10 sm:p-7">
      <h1 className="text-2xl">Sign up</h1>
      <p className="mt-1 mb-5 text-sm text-ink-soft">An account keeps your builds. No mail will be sent.</p>
      <AccountForm
        action={signUpAction}
        next={returnPath}
        submitLabel="Create account"
        fields={[
          {
            name: "displayName",
            label: "Name",
            type: "text",
            autoComplete: "nickname",
            hint: "Other players see it on your public builds.",
          },
          {
            name: "email",
            label: "Email address",
            type: "email",
            autoComplete: "username",
            hint: "Only for signing in.",
          },
          {
            name: "password",
            label: "Password",
            type: "password",
            autoComplete: "new-password",
            hint: "At least 10 characters; a few unrelated words do well.",
          },
        ]}
      />
      <p className="mt-5 text-sm text-ink-soft">
        Already have an account?{" "}
        <a
          href={`/sign-in?next=${encodeURIComponent(returnPath)}`}
          className="text-accent underline underline-offset-2"
        >
          Sign in
        </a>
      </p>
    </Card>
  );
}
