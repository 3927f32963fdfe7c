import type { Locator, Page } from "@playwright/test";

/** The editor of loadouts. */
export class EditorPage {
  readonly name: Locator;
  readonly save: Locator;
  readonly status: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.name = page.getByRole("textbox", { name: "Name", exact: true });
    this.save = page.getByRole("button", { name: /^Save (build|changes)$/ });
    this.status = page.locator('p[role="status"].sr-only').first();
  }

  /** Opens the editor at an address and waits until everything can be chosen. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.untilReady();
  }

  /** Opens it with nothing and chooses a profession. */
  async begin(profession: string, path = "/editor"): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole("button", { name: profession, exact: true }).click();
    await this.untilReady();
  }

  async untilReady(): Promise<void> {
    await this.page.locator("[data-ready]").waitFor();
  }

  /** The line of a position, 1 to 3. */
  line(position: number): Locator {
    return this.page.getByRole("article", { name: new RegExp(`^Line ${position}:`) });
  }

  trait(name: string): Locator {
    return this.page.getByRole("button", {
      name: new RegExp(`^${escaped(name)}, (Adept|Master|Grandmaster) trait$`),
    });
  }

  /** A slot with what is in it: "Heal", "Utility 1", "Elite". */
  slot(name: string): Locator {
    return this.page.locator("#skills").getByRole("button", { name: new RegExp(`^${name}:`) });
  }

  /** `set` 1 or 2. */
  hand(set: number, hand: "main hand" | "off hand"): Locator {
    const label = hand === "off hand" ? "off hand" : "(main hand|both hands)";
    return this.page.getByRole("button", { name: new RegExp(`^Weapon set ${set}, ${label}:`) });
  }

  gear(label: string): Locator {
    return this.page.locator("#equipment").getByRole("button", { name: new RegExp(`^${escaped(label)}`) });
  }

  get search(): Locator {
    return this.page.getByRole("dialog").getByRole("combobox").first();
  }

  option(name: string): Locator {
    return this.page
      .getByRole("dialog")
      .getByRole("option", { name: new RegExp(`^${escaped(name)}`) })
      .first();
  }

  /** Clicks what opens a list, then the option of that name; a search finds what is far down. */
  async pick(opener: Locator, option: string): Promise<void> {
    await opener.click();
    await this.search.fill(option);
    await this.option(option).click();
    await this.page.getByRole("dialog").waitFor({ state: "detached" });
  }

  async chooseLine(position: number, name: string): Promise<void> {
    const empty = this.page.getByRole("button", { name: new RegExp(`^Choose specialization ${position}`) });
    const opener = (await empty.isVisible())
      ? empty
      : this.line(position).getByRole("button", { name: `Change specialization ${position}` });
    await this.pick(opener, name);
  }

  async undo(): Promise<void> {
    await this.page.getByRole("button", { name: /^Undo:/ }).click();
  }

  /** What is in the slots of a bar, as a screen reader hears it. */
  async slotNames(): Promise<string[]> {
    const slots = this.page.locator("#skills .skill-slot");
    return slots.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  }

  async chosenTraits(): Promise<string[]> {
    const chosen = this.page.locator('#lines button[aria-pressed="true"]');
    return chosen.evaluateAll((all) =>
      all.map((one) => (one.getAttribute("aria-label") ?? "").split(",")[0] ?? ""),
    );
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
