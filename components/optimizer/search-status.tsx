import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { percentText, wholeNumber } from "#lib/gear/result-view.ts";
import { CONSTRAINT_FIELDS, type GearGoal, type GearRefusal } from "#lib/gear/schema.ts";
import type { Diagnosis } from "#lib/gear/workers/messages.ts";
import { CONSTRAINT_LABELS, GOAL_NAMES } from "./labels.ts";
import type { SearchView } from "./use-gear-search.client.ts";

/** How the search stands, and what that means: looking, proven, nothing possible, refused. */
export function SearchStatus({
  view,
  goal,
  topK,
  refusal,
  onCancel,
  onStart,
}: {
  view: SearchView;
  goal: GearGoal;
  topK: number;
  refusal: GearRefusal | null;
  onCancel: () => void;
  onStart: () => void;
}) {
  const { phase } = view;
  const refused = refusal ?? view.refusal;
  if (refused) {
    return (
      <Notice tone="bad" title="These settings cannot be searched">
        {refused.message}
      </Notice>
    );
  }
  if (phase === "idle") return <Invitation onStart={onStart} />;
  if (phase === "failed") {
    return (
      <Notice tone="bad" alert title="The search stopped">
        {view.failure} Your settings are kept; start it again.
      </Notice>
    );
  }
  if (phase === "done" && view.results.length === 0) return <NothingPossible view={view} />;
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-base font-medium">
          {HEADINGS[phase]}
        </p>
        {phase === "running" && (
          <Button onClick={onCancel} className="min-h-9 py-1.5">
            Cancel
          </Button>
        )}
      </div>
      <Covered view={view} />
      <Proof view={view} goal={goal} topK={topK} />
    </Card>
  );
}

const HEADINGS = {
  running: "Searching…",
  done: "Done",
  cancelled: "Cancelled: the best found until then",
  refused: "Not searched",
} as const;

function Invitation({ onStart }: { onStart: () => void }) {
  return (
    <Card className="flex flex-col items-start gap-4 py-8 sm:p-8">
      <div>
        <h2 className="text-xl">Ready to search</h2>
        <p className="mt-1 max-w-prose text-sm text-ink-soft">
          Choose the stat sets and limits, or take them as they are. The first gears show within a moment; the
          search goes on until it is proven that there is nothing better. After that, every change searches
          again by itself.
        </p>
        <p className="mt-2 max-w-prose text-xs text-ink-faint">
          The search needs JavaScript. Without it, “Optimise gear” keeps the settings in the address.
        </p>
      </div>
      <Button tone="primary" onClick={onStart}>
        Start with these settings
      </Button>
    </Card>
  );
}

function Covered({ view: { phase, progress } }: { view: SearchView }) {
  const covered = phase === "done" ? 1 : (progress?.coveredShare ?? 0);
  return (
    <div
      role="progressbar"
      aria-label="Share of the search space that is decided"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(covered * 100)}
      className="h-1.5 overflow-hidden rounded-full bg-line"
    >
      <div className="h-full rounded-full bg-accent" style={{ width: `${covered * 100}%` }} />
    </div>
  );
}

/** Why there is nothing better, or how far the search still is from knowing. */
function Proof({ view, goal, topK }: { view: SearchView; goal: GearGoal; topK: number }) {
  const { progress, results, elapsedMs, phase } = view;
  if (!progress) return <p className="text-sm text-ink-soft">Starting…</p>;
  const { combinations, visited, problems, problemsDone, bound, coveredShare } = progress;
  const count = combinations === null ? "the" : combinationsText(combinations);
  const last = results.at(-1)?.value ?? 0;
  const seconds = (elapsedMs / 1000).toFixed(elapsedMs < 10_000 ? 2 : 1);
  const what = goal === "mix" ? "a higher value" : `more ${GOAL_NAMES[goal].toLowerCase()}`;
  if (progress.isProven) {
    return (
      <p className="text-sm text-ink-soft">
        <strong className="font-medium text-good">Proven.</strong> All {count} combinations are decided in{" "}
        {seconds} s, with {wholeNumber(visited)} steps.{" "}
        {results.length < topK
          ? `These ${wholeNumber(results.length)} are all that keep the limits.`
          : `No gear that is not listed has ${what} than the last one here, ${wholeNumber(last)}.`}
      </p>
    );
  }
  const best = results[0]?.value;
  return (
    <p className="text-sm text-ink-soft tabular-nums">
      {percentText(coveredShare)} of {count} combinations decided
      {problems > 1 && `, ${wholeNumber(problemsDone)} of ${wholeNumber(problems)} choices of extras`},{" "}
      {seconds} s.{" "}
      {best !== undefined && Number.isFinite(bound) && (
        <>
          {phase === "running" ? "Whatever is still to be found" : "Whatever was not looked at"} has at most{" "}
          {wholeNumber(bound)}, {percentText(Math.max(0, bound / best - 1))} above the best found.
        </>
      )}
      {phase === "done" &&
        " The memory for the search ran out, so better gear within that bound cannot be ruled out."}
    </p>
  );
}

function NothingPossible({ view: { diagnosis, progress } }: { view: SearchView }) {
  return (
    <Notice tone="warn" alert title="No gear keeps these limits">
      <p>
        All {progress?.combinations != null && combinationsText(progress.combinations)} combinations were
        ruled out.
      </p>
      {diagnosis === null && <p className="mt-1 text-ink-soft">Looking for the limit at fault…</p>}
      {diagnosis?.length === 0 && (
        <p className="mt-1">
          No single limit can be named. Take limits off one after the other, or allow more stat sets.
        </p>
      )}
      {diagnosis && diagnosis.length > 0 && <Culprits diagnosis={diagnosis} />}
    </Notice>
  );
}

function Culprits({ diagnosis }: { diagnosis: readonly Diagnosis[] }) {
  const isAlone = diagnosis[0]?.isAlone === true;
  return (
    <>
      <p className="mt-1">
        {isAlone
          ? "Relaxing one of these by itself is enough, the smallest step first:"
          : "More than one limit keeps everything out. Without the others, each could be:"}
      </p>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
        {diagnosis.map(({ constraint, limit, reachable }) => (
          <li key={constraint}>
            {CONSTRAINT_LABELS[constraint]} {limitText(constraint, limit, 0)}:{" "}
            <strong className="font-medium">
              {limitText(constraint, reachable, constraint === "maxToughness" ? 1 : -1)}
            </strong>{" "}
            is possible
          </li>
        ))}
      </ul>
    </>
  );
}

/** A limit as a player sets it, rounded to the side (-1 down, 1 up) on which it is still possible. */
function limitText(constraint: Diagnosis["constraint"], value: number, side: -1 | 0 | 1): string {
  const isPercent = CONSTRAINT_FIELDS[constraint].unit === "percent";
  const scaled = isPercent ? value * 1000 : value;
  const room = Math.abs(scaled) * 1e-9;
  const rounded =
    side < 0 ? Math.floor(scaled + room) : side > 0 ? Math.ceil(scaled - room) : Math.round(scaled);
  return isPercent ? percentText(rounded / 1000) : wholeNumber(rounded);
}

/** Digits up to a million, then the power of ten. */
function combinationsText(combinations: bigint): string {
  if (combinations < 1_000_000_000n) return wholeNumber(Number(combinations));
  const digits = combinations.toString();
  return `${digits[0]}.${digits[1]} × 10${superscript(digits.length - 1)}`;
}

function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
}
