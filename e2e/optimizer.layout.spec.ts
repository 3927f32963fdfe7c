import { expect, type Page, test } from "@playwright/test";
import { axe } from "./pages/axe.ts";
import { OptimizerPage } from "./pages/optimizer-page.ts";

async function expectSound(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

test("the empty optimizer is accessible and fits the screen", async ({ page }) => {
  await new OptimizerPage(page).goto();
  await expectSound(page);
});

test("settings, results and comparison are accessible, fit the screen and break no policy", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  const optimizer = new OptimizerPage(page);
  await optimizer.goto("?template=qharb&run=1");
  await optimizer.untilReady();
  await expect(optimizer.proven).toBeVisible();
  for (const title of ["Rune, sigils", "Infusions", "Slots and weapons", "Owned gear", "Fight"]) {
    await optimizer.openSection(title);
  }
  for (const rank of [2, 3, 4, 5]) {
    await page.getByRole("checkbox", { name: `Compare result ${rank}`, exact: true }).check();
  }
  await page.getByRole("button", { name: "Damage", exact: true }).press("Enter");
  await expect(page.getByRole("columnheader", { name: /Damage/ }).first()).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expectSound(page);
  expect(faults).toEqual([]);
});

test("nothing possible is said accessibly", async ({ page }) => {
  await new OptimizerPage(page).goto("?template=pren&sets=Berserker&minHealth=60000&run=1");
  await expect(page.getByText("is possible")).toBeVisible();
  await expectSound(page);
});
