import type { Locator, Page } from "@playwright/test";

/** Reporting a build, and the moderators' desk. */
export class ModerationPages {
  readonly details: Locator;
  readonly waiting: Locator;
  readonly decisions: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.details = page.getByRole("textbox", { name: "What should the moderators look at?" });
    this.waiting = page.getByRole("region", { name: "Waiting for a decision" }).getByRole("listitem");
    this.decisions = page.getByRole("region", { name: "Latest decisions" }).getByRole("listitem");
  }

  /** On the page of a build. */
  async report(reason: string, details: string): Promise<void> {
    await this.page.getByRole("link", { name: "Report this build" }).click();
    await this.details.fill(details);
    await this.page.getByRole("button", { name: "Send to the moderators" }).click();
    await this.page.getByText("Choose what is wrong.").waitFor();
    await this.page.getByRole("radio", { name: reason }).check();
    await this.page.getByRole("button", { name: "Send to the moderators" }).click();
    await this.page.getByText("the moderators have it").waitFor();
  }

  /** On the desk. */
  async decide(button: string, build: string, reasons: string): Promise<void> {
    const card = this.page.getByRole("listitem").filter({
      has: this.page.getByRole("button", { name: `${button}: ${build}` }),
    });
    await card.getByRole("textbox", { name: "Reasons" }).fill(reasons);
    await card.getByRole("button", { name: `${button}: ${build}` }).click();
  }
}
