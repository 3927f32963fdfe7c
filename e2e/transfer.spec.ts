import { expect, type Page, test } from "@playwright/test";
import { type Account, AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { expectWellFormed } from "./pages/well-formed.ts";

const EXAMPLE = "/b/example-luminary-power";

async function signUp(page: Page, account: Account, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await new AccountPages(page).signUp(account);
  await expect(page).toHaveURL(new RegExp(`${next}$`));
}

/** On a phone and on a desk. */
async function expectGood(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await expectWellFormed(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectWellFormed(page);
}

/** Offers a build from its page; whoever is meant, the owner reads the same. */
async function offer(page: Page, path: string, to: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("link", { name: "Give to another player" }).click();
  await page.getByRole("textbox", { name: "Name or email address of the account" }).fill(to);
  await page.getByRole("button", { name: "Offer the build" }).click();
  await expect(page.getByText("The build is offered.")).toBeVisible();
}

test("a build goes from one player to another, who may refuse it first", async ({ page, browser }) => {
  test.setTimeout(240_000);
  const [giver, receiver] = [newAccount(), newAccount()];
  await signUp(page, giver, EXAMPLE);
  await page.getByRole("button", { name: "Copy to my builds" }).click();
  await expect(page).toHaveURL(/\/b\/example-power-luminary/);
  const path = new URL(page.url()).pathname;
  const context = await browser.newContext();
  const other = await context.newPage();
  await signUp(other, receiver, "/builds");

  const mine = page.getByRole("list", { name: "Offered by you" }).getByRole("listitem");
  await page.goto(`${path}/transfer`);
  await expectGood(page);
  await offer(page, path, `nobody-${giver.email}`);
  await expect(mine).toContainText("Open until");
  await page.getByRole("button", { name: /^Withdraw/ }).click();
  await expect(page.getByText("Nobody offers you a build.")).toBeVisible();

  await offer(page, path, receiver.email);
  await other.getByRole("link", { name: "Offers" }).click();
  await expect(other.getByText(`from ${giver.name}`)).toBeVisible();
  await expectGood(other);
  await other.getByRole("button", { name: /^Decline/ }).click();
  await expect(other.getByText("Nobody offers you a build.")).toBeVisible();
  await page.goto("/builds/transfers");
  await expect(mine).toContainText("Declined");
  await expectGood(page);

  await offer(page, path, receiver.name);
  await other.goto("/builds/transfers");
  await other.getByRole("button", { name: /^Accept/ }).click();
  await expect(other).toHaveURL(new RegExp(`${path}$`));
  await expect(new BuildPages(other).visibility("Private")).toBeChecked();
  await other.getByRole("link", { name: "History" }).click();
  await expect(other.getByRole("list", { name: "Revisions, newest first" })).toContainText(giver.name);
  expect((await page.goto(path))?.status()).toBe(404);
  await context.close();
});
