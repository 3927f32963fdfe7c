import { expect, type Locator, type Page } from "@playwright/test";

/** Equipment, assumptions and figures of the editor. */
export class GearEditor {
  readonly equipment: Locator;
  readonly figures: Locator;
  readonly assumptions: Locator;
  readonly picker: Locator;
  readonly search: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.equipment = page.locator("#equipment");
    this.figures = page.locator("#numbers");
    this.assumptions = page.locator("#assumptions");
    this.picker = page.getByRole("dialog");
    this.search = this.picker.getByRole("combobox");
  }

  /** Opens the editor with a build as its beginning, without game icons, which no test may wait for. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.equipment.getByRole("toolbar", { name: "Armor" })).toBeVisible();
    await this.settled();
  }

  /** A choice by its label and what is chosen, such as `Helm, stat set: Berserker`. */
  choice(label: string | RegExp): Locator {
    return this.equipment.getByRole("button", { name: label });
  }

  statSet(piece: string): Locator {
    return this.choice(new RegExp(`^${piece}, stat set: `));
  }

  /** Opens a list, searches it and takes the first that is found. */
  async pick(opener: Locator, text: string): Promise<void> {
    await opener.click();
    await expect(this.search).toBeFocused();
    await this.search.fill(text);
    await this.page.keyboard.press("Enter");
    await expect(this.picker).toBeHidden();
  }

  options(): Locator {
    return this.picker.getByRole("option");
  }

  async forMany(scope: string): Promise<void> {
    await this.equipment.getByRole("radio", { name: scope }).check({ force: true });
  }

  /** Waits until damage and support are those of the loadout as it is. */
  async settled(): Promise<void> {
    await expect(this.figures.locator("[data-live]")).toHaveAttribute("data-live", "settled");
  }

  /** Hero panel and combat value of an attribute, as shown, without what became of them. */
  async attribute(name: string): Promise<readonly string[]> {
    const cells = this.figures.getByRole("row", { name: new RegExp(`^${name} `) }).getByRole("cell");
    return cells.evaluateAll((all) => all.map((cell) => cell.firstChild?.textContent ?? ""));
  }

  async damage(): Promise<string> {
    return (await this.figures.locator('[data-figure="damage"]').textContent()) ?? "";
  }
}
