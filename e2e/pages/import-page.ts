import type { Locator, Page } from "@playwright/test";

/** The page that reads pasted builds. */
export class ImportPage {
  readonly box: Locator;
  readonly read: Locator;
  /** Builds that were found. */
  readonly found: Locator;
  readonly notRead: Locator;
  readonly save: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole("textbox", { name: "What you have" });
    this.read = page.getByRole("button", { name: "Read", exact: true });
    this.found = page.getByRole("form", { name: /builds?$/ }).locator(":scope > ul > li");
    this.notRead = page.getByRole("region", { name: "Not read" }).getByRole("listitem");
    this.save = page.getByRole("button", { name: "Save the chosen as private builds" });
  }

  /** Has a text read; what was found before stays on the page until then. */
  async paste(text: string): Promise<void> {
    if (!new URL(this.page.url(), "http://none").pathname.startsWith("/import"))
      await this.page.goto("/import");
    await this.box.fill(text);
    await this.read.click();
  }

  name(build: Locator): Locator {
    return build.getByRole("textbox", { name: /^Name of build/ });
  }

  chosen(build: Locator): Locator {
    return build.getByRole("checkbox", { name: "Save" });
  }
}
