import type { Browser, Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Beginning, in microseconds. */
  readonly ts: number;
  /** Length, in microseconds. */
  readonly dur?: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/**
 * Processor time that a page's main thread spends on each click that `act` makes, in milliseconds: from the event to the
 * frame that shows what it changed, its style, layout and paint. Unlike times on the clock that leaves out what the
 * machine gave to other programs meanwhile, and the wait for the screen's next refresh.
 */
export async function clickTimesMs(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<number[]> {
  const categories = ["toplevel", "devtools.timeline", "__metadata"];
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const threads = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain",
  );
  return threads.flatMap(({ pid, tid }) =>
    timesOfThread(traceEvents.filter((event) => event.pid === pid && event.tid === tid)),
  );
}

function timesOfThread(events: readonly TraceEvent[]): number[] {
  const tasks = events
    .filter(({ name }) => name === "ThreadControllerImpl::RunTask")
    .toSorted((a, b) => a.ts - b.ts);
  const clicks = events.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "click");
  const paints = events.filter(({ name }) => name === "Paint" || name === "PrePaint").map(({ ts }) => ts);
  return clicks.map(({ ts }) => {
    const of = tasks.findIndex((task) => contains(task, ts));
    const painted = tasks.findIndex((task, index) => index >= of && paints.some((at) => contains(task, at)));
    const all = tasks.slice(of, Math.max(of, painted) + 1);
    return all.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  });
}

function contains({ ts, dur = 0 }: TraceEvent, at: number): boolean {
  return ts <= at && at <= ts + dur;
}

/** The value below which so many percent of the values are. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
