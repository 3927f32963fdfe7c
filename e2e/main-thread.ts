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
 * Processor time that a page's main thread spends on each click that `act` makes, in milliseconds: from the event up to
 * and with so many frames that show what it changed, their style, layout and paint. Unlike times on the clock that leaves
 * out what the machine gave to other programs meanwhile, and the wait for the screen's next refresh.
 */
export async function clickTimesMs(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
  frames = 1,
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
    timesOfThread(
      traceEvents.filter((event) => event.pid === pid && event.tid === tid),
      frames,
    ),
  );
}

function timesOfThread(events: readonly TraceEvent[], frames: number): number[] {
  const tasks = events
    .filter(({ name }) => name === "ThreadControllerImpl::RunTask")
    .toSorted((a, b) => a.ts - b.ts);
  const clicks = events.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "click");
  const paints = events.filter(({ name }) => name === "Paint" || name === "PrePaint").map(({ ts }) => ts);
  const isPainted = (task: TraceEvent) => paints.some((at) => contains(task, at));
  return clicks.map(({ ts }) => {
    const of = tasks.findIndex((task) => contains(task, ts));
    let last = of;
    for (let frame = 0; frame < frames; frame++) {
      const painted = tasks.findIndex(
        (task, index) => index >= last + (frame > 0 ? 1 : 0) && isPainted(task),
      );
      last = Math.max(last, painted);
    }
    return tasks.slice(of, last + 1).reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
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
