import { expect, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { EIGHT_SETS, OptimizerPage } from "./pages/optimizer-page.ts";

test("cancelling ends a large search at once and keeps what was found", async ({ page }) => {
  const optimizer = new OptimizerPage(page);
  const sets = [
    ...EIGHT_SETS,
    "Knight",
    "Cavalier",
    "Soldier",
    "Celestial",
    "Zealot",
    "Crusader",
    "Wanderer",
  ];
  const choices = [
    "power",
    "precision",
    "toughness",
    "vitality",
    "conditionDamage",
    "concentration",
    "healingPower",
  ];
  const query = new URLSearchParams([
    ["template", "pholo-ecsu"],
    ...sets.map((name) => ["sets", name]),
    ["goal", "mix"],
    ["weight.damage", "1"],
    ["weight.survivability", "1"],
    ["weight.healing", "3"],
    ["infusions", "choose"],
    ["inf.total", "18"],
    ...choices.map((name) => [`inf.${name}`, "18"]),
    ...["scholar", "dragonhunter", "golemancer", "deadeye", "eagle"].map((name) => ["rune", name]),
    ["top", "200"],
    ["run", "1"],
  ]);
  await optimizer.goto(`?${query}`);
  await optimizer.cancel.click();
  const cancelledAt = Date.now();
  await expect(optimizer.status).toHaveText(/Cancelled/);
  expect(Date.now() - cancelledAt).toBeLessThan(1_000);
  await expect(optimizer.cancel).toBeHidden();
  await expect.poll(() => page.workers().length).toBe(0);
});

test("limits that contradict each other are named with the smallest step that helps", async ({ page }) => {
  const optimizer = new OptimizerPage(page);
  await optimizer.goto("?template=pren&sets=Berserker&sets=Dragon&sets=Diviner&minBoonDuration=95&run=1");
  await expect(page.getByText("No gear keeps these limits")).toBeVisible();
  await expect(page.getByText(/Boon duration .*95 %: .* % is possible/)).toBeVisible();
});

test("settings that cannot be searched say at the field what to change", async ({ page }) => {
  const optimizer = new OptimizerPage(page);
  await optimizer.goto("?template=pren&run=1");
  await optimizer.untilReady();
  await expect(optimizer.proven).toBeVisible();
  await optimizer.openSection("Owned gear");
  await page.getByRole("textbox", { name: /Only these pieces/ }).fill("Hat: Berserker");
  await expect(page.getByText(/There is no slot “Hat”/).first()).toBeVisible();
});

test("an owner optimises a saved build and applies the result to it", async ({ page }) => {
  const builds = new BuildPages(page);
  const accounts = new AccountPages(page);
  await page.goto("/b/example-luminary-power");
  await page.getByRole("link", { name: "Optimise gear" }).click();
  const optimizer = new OptimizerPage(page);
  await optimizer.untilReady();
  await optimizer.start.click();
  await expect(optimizer.proven).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Worn now" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Open as a build" }).click();

  await builds.nameField.fill("Optimised Luminary");
  await builds.save.click();
  await accounts.signUp(newAccount());
  await builds.save.click();
  await expect(page).toHaveURL(/\/b\/optimised-luminary-/);
  const saved = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Optimise gear" }).click();
  await optimizer.untilReady();
  await optimizer.chooseStatSets(["Celestial"]);
  await optimizer.start.click();
  await expect(optimizer.proven).toBeVisible();
  await page.getByRole("button", { name: "Apply to this build" }).click();
  await expect(page).toHaveURL(new RegExp(saved));
  await expect(page.getByText("Celestial").first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form is there and says what the search needs", async ({ page }) => {
    await page.goto("/optimizer?template=luminary-power");
    await expect(page.getByRole("checkbox", { name: "Berserker", exact: true })).toBeChecked();
    await expect(page.getByText("needs JavaScript")).toBeVisible();
    await page.getByRole("checkbox", { name: "Viper", exact: true }).check();
    await page.getByRole("button", { name: "Optimise gear" }).click();
    await expect(page).toHaveURL(/sets=Viper/);
    await expect(page.getByRole("checkbox", { name: "Viper", exact: true })).toBeChecked();
  });
});
