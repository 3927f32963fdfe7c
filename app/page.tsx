import { BuildList } from "#components/builds/build-list.tsx";
import { PasteLinkForm } from "#components/builds/paste-link-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { listEverybodysBuilds } from "#lib/builds/service.ts";

const SHOWN = 6;

const PROMISES = [
  {
    title: "Figures you can check",
    text: "Coefficients, recharges, boons and conditions come from the game's data. What is unknown is shown as unknown.",
  },
  {
    title: "Three modes, never mixed",
    text: "PvE, WvW and PvP split many skills. Every figure belongs to the mode you look at.",
  },
  {
    title: "A link for everybody",
    text: "Share a page that opens without an account, or keep the build to yourself.",
  },
] as const;

export default async function HomePage() {
  const { builds } = await listEverybodysBuilds();
  return (
    <>
      <div className="mx-auto max-w-3xl pt-2 sm:pt-10">
        <h1 className="text-4xl leading-tight sm:text-5xl">See what your build really does</h1>
        <p className="mt-4 max-w-prose text-lg text-ink-soft">
          Paste a link from the game. You get every trait, skill and weapon by name with its figures, a page
          to share, and a chat that knows the build.
        </p>
        <Card className="mt-8 sm:p-6">
          <PasteLinkForm />
        </Card>
      </div>
      <ul className="mx-auto mt-10 grid max-w-5xl gap-6 sm:grid-cols-3">
        {PROMISES.map(({ title, text }) => (
          <li key={title}>
            <h2 className="text-lg text-accent">{title}</h2>
            <p className="mt-1 text-sm leading-relaxed text-ink-soft">{text}</p>
          </li>
        ))}
      </ul>
      {builds.length > 0 && (
        <section aria-labelledby="newest" className="mt-14">
          <div className="mb-3 flex items-baseline justify-between gap-3">
            <h2 id="newest" className="text-xl">
              Public builds
            </h2>
            <a href="/library" className="text-sm text-accent underline underline-offset-2">
              All builds
            </a>
          </div>
          <BuildList builds={builds.slice(0, SHOWN)} />
        </section>
      )}
    </>
  );
}
