import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { FormAction } from "#components/ui/form-state.ts";
import type {
  DecisionView,
  HiddenBuild,
  ModerationDesk,
  QueuedBuild,
  ReportView,
} from "#lib/moderation/view.ts";
import { DecideForm } from "./decide-form.client.tsx";
import { REASON_NAMES, VERDICT_NAMES } from "./labels.ts";

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** What waits for a decision, what is hidden, what was decided. */
export function DeskView({ desk, decide }: { desk: ModerationDesk; decide: FormAction }) {
  const { queue, hasMore, hidden, decisions } = desk;
  const waitsToBeShown = queue.map(({ buildId }) => buildId);
  const others = hidden.filter(({ buildId }) => !waitsToBeShown.includes(buildId));
  return (
    <>
      <section aria-labelledby="waiting" className="mb-8">
        <h2 id="waiting" className="mb-3 text-xl">
          Waiting for a decision
        </h2>
        {queue.length === 0 && (
          <Card>
            <p className="text-ink-soft">Nothing waits. Reports of players appear here, the oldest first.</p>
          </Card>
        )}
        <ul className="flex flex-col gap-3">
          {queue.map((build) => (
            <li key={build.buildId}>
              <QueuedCard build={build} decide={decide} />
            </li>
          ))}
        </ul>
        {hasMore && (
          <p className="mt-3 text-sm text-ink-soft">More wait: they follow when these are decided.</p>
        )}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="hidden" className="mb-8">
          <h2 id="hidden" className="mb-3 text-xl">
            Hidden builds
          </h2>
          <ul className="flex flex-col gap-3">
            {others.map((build) => (
              <li key={build.buildId}>
                <HiddenCard build={build} decide={decide} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {decisions.length > 0 && <Decisions decisions={decisions} />}
    </>
  );
}

function QueuedCard({ build, decide }: { build: QueuedBuild; decide: FormAction }) {
  const { buildId, slug, name, ownerName, outOfReach, hiddenAt, reports } = build;
  return (
    <Card className="grid gap-4 md:grid-cols-2">
      <div className="min-w-0">
        <h3 className="text-lg break-words">{outOfReach ? name : <BuildLink slug={slug} name={name} />}</h3>
        <p className="mb-3 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          {ownerName ? `by ${ownerName}` : "an example of the library"}
          {hiddenAt && <Badge tone="warn">Hidden</Badge>}
          {outOfReach && <Badge>{outOfReach}</Badge>}
        </p>
        <ul className="flex flex-col gap-3 text-sm">
          {reports.map((report) => (
            <li key={report.id} className="border-l-2 border-line-strong pl-3">
              <Report report={report} />
            </li>
          ))}
        </ul>
      </div>
      <DecideForm
        action={decide}
        buildId={buildId}
        name={name}
        verdicts={hiddenAt ? ["show", "dismiss"] : ["hide", "dismiss"]}
      />
    </Card>
  );
}

function Report({ report }: { report: ReportView }) {
  const { reason, details, reporterName, isByOwner, createdAt } = report;
  return (
    <>
      <p className="font-medium">{isByOwner ? "Its owner asks to look again" : REASON_NAMES[reason]}</p>
      {details && <p className="break-words whitespace-pre-line">{details}</p>}
      <p className="text-ink-faint">
        {reporterName}, {WHEN.format(createdAt)}
      </p>
    </>
  );
}

function HiddenCard({ build, decide }: { build: HiddenBuild; decide: FormAction }) {
  const { buildId, slug, name, ownerName, note, hiddenAt } = build;
  return (
    <Card className="grid gap-4 md:grid-cols-2">
      <div className="min-w-0">
        <h3 className="text-lg break-words">
          <BuildLink slug={slug} name={name} />
        </h3>
        <p className="text-sm text-ink-soft">
          {ownerName ? `by ${ownerName}, ` : ""}hidden on {WHEN.format(hiddenAt)}
        </p>
        <p className="mt-2 text-sm break-words whitespace-pre-line">{note}</p>
      </div>
      <DecideForm action={decide} buildId={buildId} name={name} verdicts={["show"]} />
    </Card>
  );
}

function Decisions({ decisions }: { decisions: readonly DecisionView[] }) {
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" className="mb-3 text-xl">
        Latest decisions
      </h2>
      <ul className="flex flex-col gap-2 text-sm">
        {decisions.map(({ id, verdict, note, buildName, buildSlug, moderatorName, createdAt }) => (
          <li key={id} className="rounded-lg border border-line px-3 py-2">
            <p className="break-words">
              <span className="font-medium">{VERDICT_NAMES[verdict]}</span>:{" "}
              {buildSlug ? <BuildLink slug={buildSlug} name={buildName} /> : buildName}
            </p>
            {note && <p className="break-words whitespace-pre-line text-ink-soft">{note}</p>}
            <p className="text-ink-faint">
              {moderatorName ?? "A moderator who has left"}, {WHEN.format(createdAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BuildLink({ slug, name }: { slug: string; name: string }) {
  return (
    <a href={`/b/${slug}`} className="text-accent underline underline-offset-2">
      {name}
    </a>
  );
}
