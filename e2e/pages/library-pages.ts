import type { Locator, Page } from "@playwright/test";

/** The library of public builds and the list of one's own. */
export class LibraryPages {
  readonly search: Locator;
  readonly filters: Locator;
  readonly find: Locator;
  /** One for each build found. */
  readonly found: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole("searchbox", { name: "Search" });
    this.filters = page.getByText("Filters and order");
    this.find = page.getByRole("button", { name: "Find builds" });
    this.found = page.getByRole("region", { name: /builds$/ }).locator("ul > li");
  }

  filter(label: string): Locator {
    return this.page.getByRole("combobox", { name: label, exact: true });
  }

  chip(text: string): Locator {
    return this.page.getByRole("link", { name: `Remove the filter ${text}` });
  }
}
