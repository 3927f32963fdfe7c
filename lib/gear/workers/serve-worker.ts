import { combinationsOf } from "#lib/engine/gear/gear-search.ts";
import type { GearChoice, ResultUnit } from "#lib/engine/gear/problem.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import type { GearResult } from "../gear-result.ts";
import type { GearRefusal } from "../schema.ts";
import {
  type CombinedFound,
  type CombinedSearch,
  createCombinedSearch,
  type ProblemList,
} from "../search/combined-search.ts";
import { diagnose } from "../search/diagnose.ts";
import { gearJobOf } from "../search/gear-job.ts";
import type { SearchTask, WorkerCommand, WorkerReport, WorkerResult } from "./messages.ts";

/** The worker's side of a channel, the same for browsers and Node. */
export interface WorkerPort {
  send(report: WorkerReport): void;
  /** Calls back soon, after messages that wait. */
  yieldThen(next: () => void): void;
  now(): number;
}

/** Milliseconds of work between looking for messages: how long a new run or a floor waits at most. */
const STEP_MS = 25;
/** The first steps are short, so that the first results show at once. */
const FIRST_STEP_MS = 6;
/** Milliseconds between reports. */
const REPORT_MS = 100;

/** Answers the commands of one pool; returns the function that takes them. */
export function serveWorker(port: WorkerPort): (command: WorkerCommand) => void {
  let present: { readonly run: number; readonly search: CombinedSearch } | undefined;
  return (command) => {
    switch (command.type) {
      case "start":
        present = undefined;
        try {
          present = start(port, command, (run) => present?.run === run);
        } catch (error) {
          port.send({ type: "failed", run: command.run, message: messageOf(error) });
        }
        return;
      case "floor":
        if (present?.run === command.run) present.search.raiseFloor(command.value);
        return;
      case "diagnose":
        void diagnoseTask(port, command, (run) => present?.run === run);
        return;
      case "stop":
        present = undefined;
    }
  };
}

async function diagnoseTask(
  port: WorkerPort,
  { run, task }: Extract<WorkerCommand, { type: "diagnose" }>,
  isPresent: (run: number) => boolean,
): Promise<void> {
  const goOn = () => new Promise<boolean>((resolve) => port.yieldThen(() => resolve(isPresent(run))));
  try {
    const job = jobOf(task);
    if (!job.ok) return;
    const diagnosis = await diagnose(job.value.list, { now: port.now, goOn });
    if (isPresent(run)) port.send({ type: "diagnosis", run, diagnosis });
  } catch (error) {
    port.send({ type: "failed", run, message: messageOf(error) });
  }
}

function start(
  port: WorkerPort,
  { run, task, share, memoryLimitBytes }: Extract<WorkerCommand, { type: "start" }>,
  isPresent: (run: number) => boolean,
): { run: number; search: CombinedSearch } | undefined {
  const job = jobOf(task);
  if (!job.ok) {
    port.send({ type: "refused", run, refusal: job.error });
    return undefined;
  }
  const { list, topK, describe, combinations } = job.value;
  const search = createCombinedSearch(list, { topK, now: port.now, share, memoryLimitBytes });
  port.send({ type: "size", run, combinations: combinations.toString(), problems: list.count });
  const unit = list.problemAt(0).resultUnit;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let reported: readonly CombinedFound[] | undefined;
  let named: readonly CombinedFound[] = [];
  const travelling = (found: CombinedFound): WorkerResult => ({
    ...describe(found),
    identity: identityOf(found, unit),
  });
  let stepMs = FIRST_STEP_MS;
  const work = (): void => {
    if (!isPresent(run)) return;
    try {
      const progress = search.step(stepMs);
      stepMs = Math.min(STEP_MS, stepMs * 2);
      if (progress.isDone || port.now() - reportedAt >= REPORT_MS) {
        const isNew = !sameResults(progress.results, reported);
        const results = isNew ? progress.results.map(travelling) : undefined;
        const candidates = sameResults(progress.candidates, named)
          ? undefined
          : progress.candidates.map(travelling);
        port.send({ ...progress, type: "progress", run, results, candidates });
        reported = progress.results;
        named = progress.candidates;
        reportedAt = port.now();
      }
      if (!progress.isDone) port.yieldThen(work);
    } catch (error) {
      port.send({ type: "failed", run, message: messageOf(error) });
    }
  };
  port.yieldThen(work);
  return { run, search };
}

interface Job {
  readonly list: ProblemList;
  readonly topK: number;
  readonly combinations: bigint;
  readonly describe: (found: CombinedFound) => Described;
}

type Described = GearResult | { readonly key: string; readonly value: number; readonly choice: GearChoice };

function jobOf(task: SearchTask): Result<Job, GearRefusal> {
  if (task.kind === "kit") {
    const job = gearJobOf(task.kit, task.settings);
    if (!job.ok) return job;
    const { topK, combinations, describe } = job.value;
    return ok({ list: job.value, topK, combinations, describe });
  }
  const { problem, topK } = task;
  return ok({
    list: { count: 1, problemAt: () => problem },
    topK,
    combinations: combinationsOf(problem),
    describe: ({ value, choice }) => ({
      key: `${choice.options.join(",")};${choice.infusions.join(",")}`,
      value,
      choice,
    }),
  });
}

/** The same for what counts as one result, in every part of a search. */
function identityOf({ problem, choice }: CombinedFound, unit: ResultUnit): string {
  const gear = `${problem};${choice.options.join()}`;
  return unit === "gear" ? gear : `${gear};${choice.infusions.join()}`;
}

function sameResults(one: readonly CombinedFound[], other: readonly CombinedFound[] | undefined): boolean {
  return one.length === other?.length && one.every((found, index) => found === other[index]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
