import type { Locator, Page } from "@playwright/test";

/** Up to four builds side by side. */
export class ComparePage {
  readonly builds: Locator;
  readonly addField: Locator;
  readonly add: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.builds = page.getByRole("list", { name: "Builds compared" }).getByRole("listitem");
    this.addField = page.getByRole("textbox", { name: "Add a build" });
    this.add = page.getByRole("button", { name: "Add", exact: true });
  }

  async addBuild(text: string): Promise<void> {
    await this.addField.fill(text);
    await this.add.click();
  }

  /** Adds one of the builds that a search found. */
  async choose(name: string): Promise<void> {
    await this.page
      .getByRole("region", { name: "Public builds" })
      .getByRole("link", { name })
      .first()
      .click();
  }

  /** The figures of one row, a text for each build. */
  async figures(table: string, row: string): Promise<string[]> {
    const cells = this.page
      .getByRole("table", { name: table, exact: true })
      .getByRole("row", { name: new RegExp(`^${row}`) })
      .getByRole("cell");
    return cells.allTextContents();
  }

  option(group: string, name: string): Locator {
    return this.page.getByRole("navigation", { name: group }).getByRole("link", { name, exact: true });
  }
}
