import type { Locator, Page } from "@playwright/test";

/** Stat sets of a search as players make it: power, and boons. */
export const EIGHT_SETS = [
  "Berserker",
  "Assassin",
  "Dragon",
  "Marauder",
  "Demolisher",
  "Valkyrie",
  "Diviner",
  "Commander",
];

/** The gear optimizer. */
export class OptimizerPage {
  readonly templates: Locator;
  readonly open: Locator;
  readonly start: Locator;
  readonly cancel: Locator;
  readonly proven: Locator;
  readonly status: Locator;
  readonly firstResult: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.templates = page.getByRole("combobox", { name: "Template" });
    this.open = page.getByRole("button", { name: "Open", exact: true });
    this.start = page.getByRole("button", { name: "Optimise gear" });
    this.cancel = page.getByRole("button", { name: "Cancel" });
    this.proven = page.getByText("Proven.");
    this.status = page.getByRole("region", { name: "Results" }).getByRole("status").first();
    this.firstResult = page.getByRole("button", { name: "Show result 1", exact: true });
  }

  async goto(query = ""): Promise<void> {
    await this.page.goto(`/optimizer${query}`);
  }

  /** Waits until the form reacts. */
  async untilReady(): Promise<void> {
    await this.page.locator("[data-ready]").waitFor();
  }

  /** Checks exactly these stat sets. */
  async chooseStatSets(names: readonly string[]): Promise<void> {
    const boxes = this.page.locator('input[name="sets"]');
    for (const box of await boxes.all()) {
      await box.setChecked(names.includes((await box.getAttribute("value")) ?? ""));
    }
  }

  async openSection(title: string): Promise<void> {
    await this.page.locator("summary", { hasText: title }).click();
  }

  limit(label: string): Locator {
    return this.page.getByLabel(label);
  }

  /** The list of results: its rows, best first, as text. */
  async rows(): Promise<string[]> {
    return this.page.getByRole("region", { name: "List of results" }).locator("tbody tr").allInnerTexts();
  }

  /**
   * Does something that searches and measures until the proof: milliseconds until the first new result shows, watched
   * in the page itself, and the processor time of the longest task of the page's main thread. Unlike the length that
   * pages see of their long tasks, that leaves out what the machine gave to other programs meanwhile.
   */
  async measure(act: () => Promise<void>): Promise<{ firstResultMs: number; longestTaskMs: number }> {
    const browser = this.page.context().browser();
    if (!browser) throw new Error("no browser to trace");
    await this.page.evaluate(() => {
      const statusText = () =>
        document.querySelector('section[aria-label="Results"] [role="status"]')?.textContent;
      const firstRow = () =>
        document.querySelector('section[aria-label="List of results"] tbody tr')?.textContent;
      const before = firstRow();
      const startedAt = performance.now();
      let firstResultMs = Number.POSITIVE_INFINITY;
      let isRunning = false;
      const measured = new Promise((resolve) => {
        const changes = new MutationObserver(() => {
          if (firstResultMs === Number.POSITIVE_INFINITY && firstRow() !== before) {
            firstResultMs = performance.now() - startedAt;
          }
          isRunning ||= statusText() === "Searching…";
          if (!isRunning || statusText() !== "Done") return;
          changes.disconnect();
          resolve(firstResultMs);
        });
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      Object.assign(window, { measuredSearch: measured });
    });
    await browser.startTracing(this.page, { categories: ["toplevel", "__metadata"] });
    await act();
    const firstResultMs = await this.page.evaluate(
      () => (window as unknown as { measuredSearch: Promise<number> }).measuredSearch,
    );
    return { firstResultMs, longestTaskMs: longestMainTaskMs(await browser.stopTracing()) };
  }
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Processor time of the longest task on the main thread of a page, in milliseconds. */
function longestMainTaskMs(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const threads = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain",
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) =>
      name === "ThreadControllerImpl::RunTask" &&
      threads.some((thread) => thread.pid === pid && thread.tid === tid),
  );
  if (tasks.length === 0) throw new Error("the trace holds no tasks of the page");
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
