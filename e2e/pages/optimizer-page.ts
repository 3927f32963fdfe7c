import type { Locator, Page } from "@playwright/test";

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
   * Does something that searches and measures in the page itself, since questions from outside would block it too:
   * milliseconds until the first new result shows, and the longest task that kept the page busy until the proof.
   */
  async measure(act: () => Promise<void>): Promise<{ firstResultMs: number; longestTaskMs: number }> {
    await this.page.evaluate(() => {
      const longTasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration);
      });
      observer.observe({ type: "longtask" });
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
          // Entries arrive after the task they are about.
          setTimeout(() => resolve({ firstResultMs, longestTaskMs: Math.max(0, ...longTasks) }), 200);
        });
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      Object.assign(window, { measuredSearch: measured });
    });
    await act();
    return this.page.evaluate(
      () =>
        (window as unknown as { measuredSearch: Promise<{ firstResultMs: number; longestTaskMs: number }> })
          .measuredSearch,
    );
  }
}
