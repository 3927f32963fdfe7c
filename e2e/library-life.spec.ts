import { expect, type Page, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { LibraryPages } from "./pages/library-pages.ts";
import { OptimizerPage } from "./pages/optimizer-page.ts";

const EXAMPLE = "/b/example-luminary-power";

async function signUp(page: Page, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await new AccountPages(page).signUp(newAccount());
  await expect(page).toHaveURL(new RegExp(`${next}$`));
}

test("a copy of a build, its gear changed, compared and restored", async ({ page }) => {
  const builds = new BuildPages(page);
  await page.goto(EXAMPLE);
  await page.getByRole("button", { name: "Copy to my builds" }).click();
  await new AccountPages(page).signUp(newAccount());
  await expect(page).toHaveURL(/example-luminary-power/);
  await page.getByRole("button", { name: "Copy to my builds" }).click();
  await expect(page).toHaveURL(/\/b\/example-power-luminary/);
  await expect(page.getByText("copy of “Example: Power Luminary SP/GS”")).toBeVisible();
  await expect(builds.visibility("Private")).toBeChecked();

  await page.getByRole("link", { name: "Optimise gear" }).click();
  const optimizer = new OptimizerPage(page);
  await optimizer.untilReady();
  await optimizer.chooseStatSets(["Celestial"]);
  await optimizer.start.click();
  await expect(optimizer.proven).toBeVisible();
  await page.getByRole("button", { name: "Apply to this build" }).click();
  await expect(page).toHaveURL(/\/b\/example-power-luminary/);

  await page.getByRole("link", { name: "History" }).click();
  const revisions = page.getByRole("list", { name: "Revisions, newest first" }).getByRole("listitem");
  await expect(revisions).toHaveCount(2);
  await expect(revisions.first()).toContainText("Gear from the optimizer");
  await page.getByRole("button", { name: "Compare the two chosen" }).click();
  await expect(page.getByRole("heading", { name: "From revision 1 to revision 2" })).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await expect(revisions).toHaveCount(3);
  await expect(revisions.first()).toContainText("Revision 1 restored");
});

test("a renamed build is found at its earlier address, and a deleted one comes back", async ({ page }) => {
  const builds = new BuildPages(page);
  await signUp(page, EXAMPLE);
  await page.getByRole("button", { name: "Copy to my builds" }).click();
  await expect(page).toHaveURL(/\/b\/example-power-luminary/);
  const before = page.url();
  await builds.nameField.fill("Sunny days");
  await builds.save.click();
  await expect(page).toHaveURL(/\/b\/sunny-days-/);
  const after = page.url();
  await page.goto(before);
  await expect(page).toHaveURL(after);

  await page.getByText("Delete this build").click();
  await page.getByRole("button", { name: "Delete “Sunny days”" }).click();
  await expect(page.getByText("Nothing saved yet.")).toBeVisible();
  await page.getByRole("link", { name: "Deleted" }).click();
  await page.getByRole("button", { name: "Restore Sunny days" }).click();
  await expect(page).toHaveURL(after);
  await page.goto("/builds?q=suny");
  await expect(new LibraryPages(page).found).toContainText("Sunny days");
});

test("a build is rated once a person, and kept among the favourites", async ({ page }) => {
  const path = "/b/example-evoker-condi-pd";
  await page.goto(path);
  await expect(page.getByText("Nobody has rated this build yet.")).toBeVisible();
  await signUp(page, path);
  await new BuildPages(page).rate("5 stars");
  await page.getByRole("button", { name: "4 stars" }).click();
  await expect(page.getByText("Rated 3.2 of 5 by 1 player")).toBeVisible();
  await page.getByRole("button", { name: "Favourite" }).click();
  await expect(page.getByRole("button", { name: "Favourite", pressed: true })).toBeVisible();
  await page.goto("/builds");
  await page.getByRole("link", { name: "Favourites" }).click();
  await expect(new LibraryPages(page).found).toHaveCount(1);
  await page.goto(path);
  await page.getByRole("region", { name: "Rating" }).scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "4 stars" }).click();
  await expect(page.getByText("Nobody has rated this build yet.")).toBeVisible();
});
