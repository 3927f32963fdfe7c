import { PasteLinkForm } from "#components/builds/paste-link-form.tsx";
import { Card } from "#components/ui/card.tsx";

export default async function HomePage() {
  return (
    <div className="mx-auto max-w-3xl pt-4 sm:pt-12">
      <h1 className="text-4xl leading-tight sm:text-5xl">See what your build really does</h1>
      <p className="mt-4 max-w-prose text-lg text-ink-soft">
        Paste a link from the game. You get every trait, skill and weapon by name with its figures, a page to
        share, and a chat that knows the build.
      </p>
      <Card className="mt-8 sm:p-6">
        <PasteLinkForm />
      </Card>
    </div>
  );
}
