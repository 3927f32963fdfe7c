import { LogOut } from "lucide-react";
import { buttonClass } from "#components/ui/button.tsx";
import { type Actor, isModerator } from "#lib/accounts/actor.ts";
import { Logo } from "./logo.tsx";

const NAVIGATION = [
  { href: "/library", label: "Library" },
  { href: "/builds", label: "Builds" },
  { href: "/builds/new", label: "Editor" },
  { href: "/optimizer", label: "Gear" },
  { href: "/chat", label: "Chat" },
] as const;

/** Top of every page: name, main places, account. `signOut` is the server action of the page's own layer. */
export function SiteHeader({ actor, signOut }: { actor: Actor; signOut: () => Promise<void> }) {
  return (
    <header className="border-b border-line bg-ground/80">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-1 px-4 py-2.5 sm:gap-3">
        <a
          href="/"
          className="mr-auto flex items-center gap-2.5 rounded-md py-1"
          aria-label="GW2Optimizer, home"
        >
          <Logo className="size-7 text-accent" />
          <span className="hidden font-display text-lg tracking-wide xs:inline">
            GW2<span className="text-accent">Optimizer</span>
          </span>
        </a>
        <nav
          aria-label="Main"
          className="order-last flex w-full items-center justify-between xs:order-none xs:w-auto"
        >
          {NAVIGATION.map(({ href, label }) => (
            <a key={href} href={href} className={buttonClass("quiet", "px-2! xs:px-3!")}>
              {label}
            </a>
          ))}
        </nav>
        {isModerator(actor) && (
          <a href="/moderation" className={buttonClass("quiet", "px-3")}>
            Moderation
          </a>
        )}
        {actor.kind === "user" ? (
          <form action={signOut} className="flex items-center gap-2">
            <span className="hidden max-w-40 truncate text-sm text-ink-soft sm:inline">
              {actor.displayName}
            </span>
            <button
              type="submit"
              className={buttonClass("quiet", "px-2.5")}
              aria-label="Sign out"
              title="Sign out"
            >
              <LogOut aria-hidden className="size-4" />
            </button>
          </form>
        ) : (
          <a href="/sign-in" className={buttonClass("secondary", "px-3")}>
            Sign in
          </a>
        )}
      </div>
    </header>
  );
}
