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

  async paste(text: string): Promise<void> {
    await this.page.goto("/import");
    await this.box.fill(text);
    await this.read.click();
    await this.page
      .getByRole("heading", { level: 2 })
      .or(this.page.getByText("No build was found"))
      .first()
      .waitFor();
  }

  name(build: Locator): Locator {
    return build.getByRole("textbox", { name: /^Name of build/ });
  }

  chosen(build: Locator): Locator {
    return build.getByRole("checkbox", { name: "Save" });
  }
}
