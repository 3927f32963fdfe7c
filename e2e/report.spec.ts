import { expect, type Page, test } from "@playwright/test";
import { axe } from "./pages/axe.ts";

const BUILD = "/b/example-luminary-power";

test("a value unfolds into contributions that add up to it", async ({ page }) => {
  await page.goto(BUILD);
  const row = page.getByRole("row", { name: /^Power/ });
  const value = row.getByRole("button").first();
  const total = toNumber(await value.textContent());
  await value.click();
  const card = page.locator(".fact-card:popover-open");
  await expect(card).toContainText("Power, hero panel");
  await expect(card.getByText(/^Sum /)).toHaveText(`Sum ${await value.textContent()}`);
  const lines = await card.getByRole("listitem").allTextContents();
  const parts = lines.map((line) => toNumber(line.split("\t")[0] ?? ""));
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
});

test("the figures follow the game mode, and PvP says that it has none", async ({ page }) => {
  await page.goto(BUILD);
  const pve = await damage(page);
  await page.getByRole("navigation", { name: "Game mode" }).getByRole("link", { name: "WvW" }).click();
  await expect(page).toHaveURL(/mode=wvw/);
  expect(await damage(page)).not.toBe(pve);
  await page.getByRole("navigation", { name: "Game mode" }).getByRole("link", { name: "PvP" }).click();
  await expect(page.getByText("No public source has the figures of PvP")).toBeVisible();
});

test("other assumptions are calculated in the browser", async ({ page }) => {
  await page.goto(BUILD);
  const stated = await damage(page);
  await page.getByRole("button", { name: "Try assumptions" }).click();
  const cells = page.getByRole("row", { name: /^Damage per second/ }).getByRole("cell");
  await expect(cells.first()).toHaveText(stated);
  await expect(cells.last()).toHaveText("–");

  await page.getByLabel("Might, stacks").fill("0");
  await expect(cells.last()).toHaveText(/^-[\d,]+$/);
  const [before, now, change] = (await cells.allTextContents()).map(toNumber);
  expect(Math.abs(Number(before) + Number(change) - Number(now))).toBeLessThanOrEqual(1);

  await page.getByRole("button", { name: "As the build states" }).click();
  await expect(cells.last()).toHaveText("–");
  await page.getByText(/^Uptimes and triggers/).click();
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("an amount out of range is not taken over", async ({ page }) => {
  await page.goto(BUILD);
  await page.getByRole("button", { name: "Try assumptions" }).click();
  const might = page.getByLabel("Might, stacks");
  await might.fill("10");
  const now = page
    .getByRole("row", { name: /^Damage per second/ })
    .getByRole("cell")
    .nth(1);
  const withTen = (await now.textContent()) ?? "";
  await might.fill("99");
  await expect(might).toHaveValue("10");
  await expect(now).toHaveText(withTen);
});

test("when the figures do not arrive, the page says so and asks again", async ({ page }) => {
  await page.route("**/api/engine?*", (route) => route.abort(), { times: 1 });
  await page.goto(BUILD);
  await page.getByRole("button", { name: "Try assumptions" }).click();
  await expect(page.getByText("There is no connection to the server.")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("Might, stacks")).toBeVisible();
});

test("a damaged loadout code is refused with what to do", async ({ request }) => {
  const answer = await request.get("/api/engine?loadout=AQiVC");
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({
    error: { field: "loadout", message: expect.stringContaining("Copy the whole code") },
  });
});

async function damage(page: Page): Promise<string> {
  return (
    (await page
      .getByText("Damage per second", { exact: true })
      .locator("xpath=following-sibling::p[1]")
      .textContent()) ?? ""
  );
}

function toNumber(text: string | null): number {
  return Number((text ?? "").replaceAll(/[^\d.-]/g, ""));
}
