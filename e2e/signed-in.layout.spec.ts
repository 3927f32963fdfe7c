import { expect, type Page, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { expectWellFormed } from "./pages/well-formed.ts";

const EXAMPLE = "/b/example-luminary-power";

test.beforeEach(({ context }) => context.route("https://render.guildwars2.com/**", (route) => route.abort()));

async function signUp(page: Page, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await new AccountPages(page).signUp(newAccount());
  await expect(page).toHaveURL(new RegExp(`${next}$`));
}

/** A copy of the example in the player's own library; returns its path. */
async function ownCopy(page: Page): Promise<string> {
  await signUp(page, EXAMPLE);
  await page.getByRole("button", { name: "Copy to my builds" }).click();
  await expect(page).toHaveURL(/\/b\/example-power-luminary/);
  return new URL(page.url()).pathname;
}

test("rating a build is accessible and fits the screen", async ({ page }) => {
  await signUp(page, EXAMPLE);
  await page.getByRole("button", { name: "4 stars" }).click();
  await expect(page.getByRole("button", { name: "4 stars", pressed: true })).toBeVisible();
  await expectWellFormed(page);
});

test("empty lists of favourites and deleted builds are accessible and fit the screen", async ({ page }) => {
  await signUp(page, "/builds");
  for (const path of ["/builds", "/builds/favourites", "/builds/bin"]) {
    await page.goto(path);
    await expectWellFormed(page);
  }
});

test("favourites are accessible and fit the screen", async ({ page }) => {
  await signUp(page, EXAMPLE);
  await page.getByRole("button", { name: "Favourite" }).click();
  await expect(page.getByRole("button", { name: "Favourite", pressed: true })).toBeVisible();
  await page.goto("/builds/favourites");
  await expectWellFormed(page);
});

test("the owner's page and the history of a build are accessible and fit the screen", async ({ page }) => {
  const path = await ownCopy(page);
  await expectWellFormed(page);
  await page.goto(`${path}/history?from=1&to=1`);
  await expectWellFormed(page);
});

test("the list of deleted builds is accessible and fits the screen", async ({ page }) => {
  await ownCopy(page);
  await new BuildPages(page).heading.waitFor();
  await page.getByText("Delete this build").click();
  await page.getByRole("button", { name: /^Delete “/ }).click();
  await expect(page).toHaveURL(/\/builds$/);
  await page.goto("/builds/bin");
  await expect(page.getByRole("button", { name: /^Restore / })).toBeVisible();
  await expectWellFormed(page);
});
