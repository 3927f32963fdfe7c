import type { Metadata } from "next";
import { AddBuild } from "#components/compare/add-build.tsx";
import { AssumptionsForm } from "#components/compare/assumptions-form.tsx";
import { ComparedBuilds } from "#components/compare/compared-builds.tsx";
import { ComparisonSections } from "#components/compare/comparison-sections.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type CompareQuery, MOST_COMPARED } from "#lib/builds/compare/schema.ts";
import type { RefusedBuild } from "#lib/builds/compare/view.ts";
import { type CompareSearch, type RefusedAddress, readCompare } from "./data.ts";

type Props = { searchParams: CompareSearch };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const isBare = Object.keys(await searchParams).length === 0;
  return {
    title: "Compare builds",
    description:
      "Up to four Guild Wars 2 builds side by side: loadout, attributes, damage, boons, healing and survivability under the same assumptions.",
    alternates: { canonical: "/compare" },
    robots: { index: isBare },
  };
}

/** Up to four builds side by side. The whole comparison stands in the address; nothing needs JavaScript. */
export default async function ComparePage({ searchParams }: Props) {
  const read = await readCompare(searchParams);
  if ("problem" in read) return <WrongAddress {...read} />;
  const { query, comparison, refused, found } = read;
  const builds = comparison?.builds ?? [];
  // Without what cannot be shown, so that the next step does not carry it on.
  const shown: CompareQuery = { ...query, builds: builds.map(({ reference }) => reference) };
  return (
    <>
      <Heading />
      <div className="flex flex-col gap-6">
        {refused.map((one) => (
          <Refusal key={one.position} refused={one} of={query.builds.length} />
        ))}
        {query.leftOut > 0 && (
          <Notice tone="warn" title={`Only the first ${MOST_COMPARED} builds are compared`}>
            Take one out to make room for another.
          </Notice>
        )}
        {builds.length === 0 && <Nothing />}
        {builds.length > 0 && <ComparedBuilds builds={builds} query={shown} />}
        {builds.length === 1 && (
          <Notice>Add a second build to see both side by side; up to {MOST_COMPARED} have room.</Notice>
        )}
        {builds.length < MOST_COMPARED && <AddBuild query={{ ...shown, add: query.add }} found={found} />}
        {comparison && builds.length > 1 && (
          <>
            <AssumptionsForm query={shown} mode={comparison.mode} statement={comparison.damage.statement} />
            <ComparisonSections comparison={comparison} />
          </>
        )}
      </div>
    </>
  );
}

function Heading() {
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
      <h1 className="text-3xl">Compare builds</h1>
      <ButtonLink href="/library">Library</ButtonLink>
    </div>
  );
}

function Nothing() {
  return (
    <Card>
      <p className="font-medium">Nothing to compare yet.</p>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">
        Name up to {MOST_COMPARED} builds below. Their loadouts, attributes, damage, boons, healing and
        survivability then stand side by side, in the same mode with the same boons against the same enemy.
        “Compare” on the page of a build begins with that build.
      </p>
    </Card>
  );
}

function Refusal({ refused: { position, message }, of }: { refused: RefusedBuild; of: number }) {
  return (
    <Notice tone="bad" alert title={`Build ${position} of ${of} cannot be shown`}>
      {message}
    </Notice>
  );
}

function WrongAddress({ problem, usual }: RefusedAddress) {
  return (
    <>
      <Heading />
      <Notice tone="bad" alert title="This comparison cannot be made" className="mb-4">
        {problem}
      </Notice>
      <ButtonLink href={usual}>Compare under the usual assumptions</ButtonLink>
    </>
  );
}
