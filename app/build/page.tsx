import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { saveBuildAction } from "#app/build-actions.ts";
import { BuildBadges } from "#components/builds/build-badges.tsx";
import { BuildBody } from "#components/builds/build-body.tsx";
import { BuildHeader } from "#components/builds/build-header.tsx";
import { CopyLinkButton } from "#components/builds/copy-link-button.client.tsx";
import { ExportMenu } from "#components/builds/export-menu.tsx";
import { PasteLinkForm } from "#components/builds/paste-link-form.tsx";
import { ReportSection } from "#components/builds/report-section.tsx";
import { SaveBuildForm } from "#components/builds/save-build-form.client.tsx";
import { GameIcon } from "#components/game/game-icon.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { holdsMoreThanLinks } from "#lib/builds/exchange/service.ts";
import { encodeLoadout } from "#lib/builds/loadout-code/loadout-code.ts";
import { openCode } from "#lib/builds/open-code.ts";
import { openLink } from "#lib/builds/open-link.ts";
import { reportView } from "#lib/builds/report-view.ts";
import { gameMode } from "#lib/shared/game.ts";

export const metadata: Metadata = { title: "Build from a link", robots: { index: false } };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** A pasted build link: what it holds, and the form to save it. Everything typed is in the address. */
export default async function LinkPage({ searchParams }: { searchParams: Search }) {
  const values = singleValues(await searchParams);
  const chosenMode = gameMode(values.mode);
  const opened = values.code
    ? openCode(values.code, chosenMode)
    : openLink(values.link ?? "", chosenMode ?? "pve");
  if (!opened.ok && values.link && holdsMoreThanLinks(values.link)) {
    redirect(`/import?${new URLSearchParams({ text: values.link, mode: chosenMode ?? "pve" })}`);
  }
  if (!opened.ok) return <BadLink link={values.link} message={opened.error.message} />;

  const { view, link, loadout } = opened.value;
  const { mode } = loadout;
  const source: Record<string, string> = values.code ? { code: values.code } : { link };
  const actor = await currentActor();
  return (
    <>
      <BuildHeader
        name={view.title}
        profession={view.profession}
        title={view.title}
        icon={view.professionIcon}
        badges={<BuildBadges mode={mode} />}
      >
        <CopyLinkButton
          text={link}
          label="Copy build link"
          icon={<GameIcon name="chatlink" className="size-4" />}
        />
        {mode !== "pvp" && (
          <a
            href={`/optimizer?${new URLSearchParams({ loadout: encodeLoadout(loadout) })}`}
            className={buttonClass("secondary")}
          >
            Optimise gear
          </a>
        )}
        <ExportMenu code={encodeLoadout(loadout)} />
        <a href="#save" className={buttonClass("primary")}>
          Save and share
        </a>
      </BuildHeader>
      <BuildBody view={view} />
      <ReportSection
        report={reportView(loadout)}
        code={encodeLoadout(loadout)}
        mode={mode}
        modeHref={(other) => `/build?${new URLSearchParams({ ...source, mode: other })}`}
      />
      <Card id="save" className="mt-8 scroll-mt-4 sm:p-6">
        <h2 className="mb-4 text-xl">Save and share</h2>
        <SaveBuildForm
          action={saveBuildAction}
          submitLabel={values.save ? "Save now" : "Save"}
          note={
            actor.kind === "visitor"
              ? "Next you sign in or sign up, and come back here with everything filled in."
              : undefined
          }
          initial={{ ...values, link, mode }}
        />
      </Card>
    </>
  );
}

function BadLink({ link, message }: { link?: string | undefined; message: string }) {
  return (
    <div className="mx-auto max-w-3xl pt-4 sm:pt-10">
      <h1 className="mb-6 text-3xl">This link cannot be read</h1>
      <Card className="sm:p-6">
        <PasteLinkForm link={link} error={message} />
      </Card>
    </div>
  );
}

function singleValues(search: Awaited<Search>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
