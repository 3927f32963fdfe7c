import { expect, test } from "@playwright/test";
import { axe } from "./pages/axe.ts";

const PAGES = {
  "the library": "/library",
  "a search with filters":
    "/library?q=firebrnad&profession=Guardian&elite=Firebrand&mode=pve&boon=Quickness&state=current",
  "a search without hits": "/library?q=zzzzzzzz",
  "a refused search": "/library?weapon=Banjo",
} as const;

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} is accessible and fits the screen`, async ({ page }) => {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual(
      [],
    );
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
