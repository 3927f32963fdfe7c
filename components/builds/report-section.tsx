import { SlidersHorizontal } from "lucide-react";
import { Card } from "#components/ui/card.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { KeptHtml } from "#components/ui/kept-html.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ReportView } from "#lib/builds/report-view.ts";
import { GAME_MODE_NAMES, GAME_MODES, type GameMode } from "#lib/shared/game.ts";
import { AssumptionsPanel } from "./assumptions-panel.client.tsx";
import { DamagePanel } from "./damage-panel.tsx";
import { NotModelledPanel } from "./not-modelled-panel.tsx";
import { NumbersPanel } from "./numbers-panel.tsx";
import { SupportPanel } from "./support-panel.tsx";

/** What the engine says: findings, attributes, damage, support output, and what is not modelled. */
export function ReportSection({
  report,
  code,
  mode,
  modeHref,
}: {
  report: ReportView;
  /** Loadout code in the mode shown. */
  code: string;
  mode: GameMode;
  /** Address of this page in another mode. */
  modeHref: (mode: GameMode) => string;
}) {
  return (
    <section aria-labelledby="numbers" className="mt-8 flex scroll-mt-4 flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="numbers" className="text-xl">
          What it does
        </h2>
        <nav aria-label="Game mode" className="flex rounded-lg border border-line-strong p-0.5">
          {GAME_MODES.map((other) => (
            <a
              key={other}
              href={`${modeHref(other)}#numbers`}
              aria-current={other === mode ? "page" : undefined}
              className={classNames(
                "rounded-md px-3 py-1.5 text-sm",
                other === mode ? "bg-accent text-accent-ink" : "text-ink-soft hover:text-ink",
              )}
            >
              {GAME_MODE_NAMES[other]}
            </a>
          ))}
        </nav>
      </div>
      <Findings report={report} />
      {report.refusal && <Notice>{report.refusal}</Notice>}
      <KeptHtml of={report}>
        <Figures report={report} />
      </KeptHtml>
      {report.numbers && (
        <AssumptionsPanel code={code} icon={<SlidersHorizontal aria-hidden className="size-4" />} />
      )}
      <NotModelledPanel
        notModelled={report.notModelled}
        notKnown={report.support.notKnown}
        dataDate={report.dataDate}
      />
    </section>
  );
}

function Figures({ report }: { report: ReportView }) {
  return (
    <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
      {report.numbers && (
        <div className="flex flex-col gap-3">
          <h3 className="text-lg text-ink-soft">Attributes</h3>
          <NumbersPanel numbers={report.numbers} />
        </div>
      )}
      <div className="flex flex-col gap-3">
        {report.damage && (
          <>
            <h3 className="text-lg text-ink-soft">Damage</h3>
            <DamagePanel damage={report.damage} />
          </>
        )}
        <h3 className={classNames("text-lg text-ink-soft", report.damage && "mt-3")}>Support</h3>
        <SupportPanel support={report.support} />
      </div>
    </div>
  );
}

function Findings({ report: { findings } }: { report: ReportView }) {
  if (findings.length === 0) {
    return <p className="text-sm text-good">The game allows this build: no faults found.</p>;
  }
  return (
    <Card>
      <h3 className="mb-2 text-base">Findings</h3>
      <ul className="flex flex-col gap-2 text-sm">
        {findings.map(({ code, slot, severity, message, mend }) => (
          <li key={`${code} ${slot}`}>
            <span className={severity === "error" ? "text-bad" : "text-warn"}>
              {severity === "error" ? "Not allowed: " : "Unusual: "}
            </span>
            {message} <span className="text-ink-soft">{mend}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
