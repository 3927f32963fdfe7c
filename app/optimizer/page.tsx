import type { Metadata } from "next";
import { Optimizer } from "#components/optimizer/optimizer.client.tsx";
import { SubjectForm } from "#components/optimizer/subject-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { listTemplates } from "#lib/gear/service.ts";
import { applyGearAction } from "./actions.ts";
import { readRequest } from "./data.ts";

export const metadata: Metadata = {
  title: "Gear optimizer",
  description:
    "The proven best gear for a Guild Wars 2 build: every combination of stat sets, infusions, runes, sigils, relics and food, searched in your browser.",
};

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The gear optimizer: whose gear, what may be worn, and the best of it. Everything set stands in the address. */
export default async function OptimizerPage({ searchParams }: { searchParams: Search }) {
  const { subject, opened, settings, problem, startsAtOnce } = await readRequest(
    toParams(await searchParams),
  );
  return (
    <>
      <header className="mb-6 max-w-3xl">
        <h1 className="text-3xl">Gear optimizer</h1>
        <p className="mt-2 text-ink-soft">
          The best gear there is, proven: no combination of stat sets, infusions and extras is left out. The
          search runs in your browser; nothing is uploaded.
        </p>
      </header>
      {problem && (
        <Notice tone="bad" alert className="mb-6">
          {problem}
        </Notice>
      )}
      <Card className="mb-6">
        <SubjectForm templates={listTemplates()} subject={subject} name={opened?.kit.name ?? null} />
      </Card>
      {opened && settings && (
        <Optimizer
          key={JSON.stringify(subject)}
          kit={opened.kit}
          initial={settings}
          subject={subject}
          isOwnBuild={opened.isOwnBuild}
          startsAtOnce={startsAtOnce}
          apply={applyGearAction}
        />
      )}
    </>
  );
}

function toParams(search: Awaited<Search>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) params.append(name, one);
  }
  return params;
}
