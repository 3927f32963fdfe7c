import { expect, type Locator, type Page } from "@playwright/test";

/** Home, the page of a pasted link, and the page of a saved build. */
export class BuildPages {
  readonly linkField: Locator;
  readonly show: Locator;
  readonly heading: Locator;
  readonly nameField: Locator;
  readonly save: Locator;
  readonly copy: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.linkField = page.getByRole("textbox", { name: "Build template link" });
    this.show = page.getByRole("button", { name: "Show build" });
    this.heading = page.getByRole("heading", { level: 1 });
    this.nameField = page.getByRole("textbox", { name: "Name" });
    this.save = page.getByRole("button", { name: /^Save/ });
    this.copy = page.getByRole("button", { name: "Copy build link" });
  }

  async paste(text: string): Promise<void> {
    await this.page.goto("/");
    await this.linkField.fill(text);
    await this.show.click();
  }

  /** Gives a build stars, at the end of its page: what is drawn on the way there moves the end a last time. */
  async rate(stars: string): Promise<void> {
    await this.page.getByRole("region", { name: "Rating" }).scrollIntoViewIfNeeded();
    await this.page.getByRole("button", { name: stars }).click();
    await expect(this.page.getByRole("button", { name: stars, pressed: true })).toBeVisible();
  }

  visibility(name: "Private" | "Unlisted" | "Public"): Locator {
    return this.page.getByRole("radio", { name });
  }

  /** Opens the facts of a trait or skill and returns their card. */
  async openFacts(name: string): Promise<Locator> {
    const button = this.page.getByRole("button", { name }).first();
    await button.click();
    return this.page.locator(".fact-card:popover-open");
  }
}
