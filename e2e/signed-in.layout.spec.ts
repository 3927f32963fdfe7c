import { expect, type Page, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { expectWellFormed } from "./pages/well-formed.ts";

const EXAMPLE = "/b/example-luminary-power";

async function expectAllWellFormed(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectWellFormed(page);
  }
}

test("what only players see is accessible and fits the screen, before they have anything and after", async ({
  page,
}) => {
  await page.goto("/sign-in?next=/builds");
  await new AccountPages(page).signUp(newAccount());
  await expect(page).toHaveURL(/\/builds$/);
  await test.step("empty lists", () =>
    expectAllWellFormed(page, ["/builds", "/builds/favourites", "/builds/bin"]));

  await test.step("a rating and a favourite", async () => {
    await page.goto(EXAMPLE);
    await new BuildPages(page).rate("4 stars");
    await page.getByRole("button", { name: "Favourite" }).click();
    await expect(page.getByRole("button", { name: "Favourite", pressed: true })).toBeVisible();
    await expectWellFormed(page);
    await expectAllWellFormed(page, ["/builds/favourites"]);
  });

  await test.step("a build of one's own, its history, and the bin", async () => {
    await page.goto(EXAMPLE);
    await page.getByRole("button", { name: "Copy to my builds" }).click();
    await expect(page).toHaveURL(/\/b\/example-power-luminary/);
    await expectWellFormed(page);
    const { pathname } = new URL(page.url());
    await expectAllWellFormed(page, [`${pathname}/history?from=1&to=1`]);
    await page.goto(pathname);
    await new BuildPages(page).heading.waitFor();
    await page.getByText("Delete this build").click();
    await page.getByRole("button", { name: /^Delete “/ }).click();
    await expect(page).toHaveURL(/\/builds$/);
    await page.goto("/builds/bin");
    await expect(page.getByRole("button", { name: /^Restore / })).toBeVisible();
    await expectWellFormed(page);
  });
});
