import { expect, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { LibraryPages } from "./pages/library-pages.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

test("a search with a typo and two filters finds the build and can be shared", async ({ page, browser }) => {
  const account = newAccount();
  const name = `Sturdy mantras ${account.email.slice(7, 15)}`;
  await page.goto("/sign-in");
  await new AccountPages(page).signUp(account);
  await expect(page).toHaveURL(/\/builds$/);
  const builds = new BuildPages(page);
  await builds.paste(FIREBRAND);
  await builds.nameField.fill(name);
  await builds.visibility("Public").check();
  await builds.save.click();
  await expect(builds.heading).toHaveText(name);

  const library = new LibraryPages(page);
  await page.goto("/library");
  await library.search.fill(`fierbrand ${account.email.slice(7, 15)}`);
  await library.filters.click();
  await library.filter("Profession").selectOption("Guardian");
  await library.filter("Mode").selectOption("PvE");
  await library.find.click();
  await expect(library.found).toHaveCount(1);
  await expect(library.found).toContainText(name);
  await expect(page.getByText("Also looked for")).toContainText("firebrand");
  expect(new URL(page.url()).search).toMatch(/^\?q=[^&]+&profession=Guardian&mode=pve$/);

  const friend = await browser.newContext({ javaScriptEnabled: false });
  const friendPage = await friend.newPage();
  const friendLibrary = new LibraryPages(friendPage);
  await friendPage.goto(page.url());
  await expect(friendLibrary.found).toHaveCount(1);
  await friendLibrary.chip("PvE").click();
  await expect(friendLibrary.found).toHaveCount(1);
  await expect(friendLibrary.chip("PvE")).toHaveCount(0);
  await friendLibrary.filter("Profession").selectOption("Warrior");
  await friendLibrary.find.click();
  await expect(friendPage.getByText("No build fits all of this.")).toBeVisible();
  await friend.close();
});

test("every public build can be reached page by page", async ({ page }) => {
  const first = "/library?q=example&sort=newest";
  await page.goto(first);
  const library = new LibraryPages(page);
  await expect(library.found).toHaveCount(24);
  const newest = await library.found.allInnerTexts();
  await page.getByRole("link", { name: "More builds" }).click();
  await expect(page).toHaveURL(/after=/);
  expect((await library.found.allInnerTexts()).filter((text) => newest.includes(text))).toEqual([]);
  await page.getByRole("link", { name: "First page" }).click();
  await expect(page).toHaveURL(first);
  expect(await library.found.allInnerTexts()).toEqual(newest);
});

test("an address that asks for nonsense says what is wrong", async ({ page }) => {
  await page.goto("/library?profession=Monk");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Choose a profession: Guardian");
  await page.goto("/library?elite=Chairmage");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "no elite specialization called “Chairmage”",
  );
});
