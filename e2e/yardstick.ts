import type { Browser } from "@playwright/test";

/**
 * Processor time of one round of the yardstick on the machine that the limits are meant for: two idle cores of an AMD
 * EPYC, Chromium 156.
 */
const USUAL_ROUND_MS = 15;
const ROUNDS = 30;

/**
 * How much slower than the machine that limits in milliseconds are meant for this one is at the moment; 1 where it is as
 * fast or faster. The yardstick does what a page does when something changes (sorts, makes elements, lays them out) on
 * a page of its own, and its processor time grows with what slows the pages: a slower processor, or one whose caches
 * and cores are shared. The middle of many rounds counts.
 */
export async function slowness(browser: Browser): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    const threadTime = async (): Promise<number> => {
      const { metrics } = await session.send("Performance.getMetrics");
      const seconds = metrics.find(({ name }) => name === "ThreadTime")?.value;
      if (seconds === undefined) throw new Error("Chromium does not say how long its thread has worked");
      return seconds * 1000;
    };
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = await threadTime();
      await page.evaluate(work);
      rounds.push((await threadTime()) - before);
    }
    const middle = rounds.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
    return Math.max(1, middle / USUAL_ROUND_MS);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function work(): number {
  const values = new Map<string, number>();
  for (let n = 0; n < 3000; n++) values.set(`entry ${(n * 7919) % 3001}`, Math.sin(n));
  const sorted = [...values].sort(([, a], [, b]) => a - b).slice(0, 150);
  const list = document.createElement("ol");
  for (const [name, value] of sorted) {
    const item = document.createElement("li");
    item.style.cssText = "display:grid;grid-template-columns:8rem 1fr;padding:2px";
    item.append(Object.assign(document.createElement("b"), { textContent: name }), String(value));
    list.append(item);
  }
  document.body.replaceChildren(list);
  return list.getBoundingClientRect().height;
}
