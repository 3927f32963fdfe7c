import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signInAction } from "#app/account-actions.ts";
import { AccountForm } from "#components/accounts/account-form.client.tsx";
import { Card } from "#components/ui/card.tsx";
import { safeReturnPath } from "#lib/accounts/policy.ts";
import { currentActor } from "#lib/accounts/session.ts";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const returnPath = safeReturnPath(String(next ?? ""));
  if ((await currentActor()).kind === "user") redirect(returnPath);
  return (
    <Card className="mx-auto mt-4 max-w-md sm:mt-10 sm:p-7">
      <h1 className="text-2xl">Sign in</h1>
      <p className="mt-1 mb-5 text-sm text-ink-soft">Your library, your chats, your links.</p>
      <AccountForm
        action={signInAction}
        next={returnPath}
        submitLabel="Sign in"
        fields={[
          { name: "email", label: "Email address", type: "email", autoComplete: "username" },
          { name: "password", label: "Password", type: "password", autoComplete: "current-password" },
        ]}
      />
      <p className="mt-5 text-sm text-ink-soft">
        No account yet?{" "}
        <a
          href={`/sign-up?next=${encodeURIComponent(returnPath)}`}
          className="text-accent underline underline-offset-2"
        >
          Sign up
        </a>
      </p>
    </Card>
  );
}
