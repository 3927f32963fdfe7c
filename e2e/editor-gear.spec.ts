import { expect, type Page, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { axe } from "./pages/axe.ts";
import { GearEditor } from "./pages/gear-editor.ts";

const EXAMPLE = "/editor?from=example-luminary-power";

test("a stat set goes on a whole scope, a copied piece on another, and undo takes each back", async ({
  page,
}) => {
  const editor = new GearEditor(page);
  await editor.open(EXAMPLE);
  await editor.forMany("Armor");
  await editor.pick(page.getByRole("button", { name: /^Stat set for all of it/ }), "viper");
  for (const piece of ["Helm", "Shoulders", "Coat", "Gloves", "Leggings", "Boots"]) {
    await expect(editor.choice(`${piece}, stat set: Viper`)).toBeVisible();
  }
  const amulet = editor.statSet("Amulet");
  await expect(amulet).not.toHaveAccessibleName(/Viper/);

  await editor.choice("Copy Helm").click();
  await editor.choice("Paste on Amulet").click();
  await expect(amulet).toHaveAccessibleName("Amulet, stat set: Viper");
  await page.keyboard.press("Control+z");
  await expect(amulet).not.toHaveAccessibleName(/Viper/);
  await page.keyboard.press("Control+z");
  await expect(editor.statSet("Helm")).not.toHaveAccessibleName(/Viper/);
});

test("infusions fill all slots at once, and the figures count them", async ({ page }) => {
  const editor = new GearEditor(page);
  await editor.open(EXAMPLE);
  const [before = ""] = await editor.attribute("Healing Power");
  await editor.pick(page.getByRole("button", { name: /^Same infusion everywhere/ }), "healing power");
  await expect(
    editor.choice("Ring 2, infusion 3: Healing +9 Agony Infusion (+5 Healing Power)"),
  ).toBeVisible();
  const [after = ""] = await editor.attribute("Healing Power");
  expect(toNumber(after) - toNumber(before)).toBe(18 * 5);
});

test("equipment is found by name, by attribute and by what an attribute does", async ({ page }) => {
  const editor = new GearEditor(page);
  await editor.open(EXAMPLE);

  await test.step("stat sets by what expertise does", async () => {
    await editor.statSet("Helm").click();
    await editor.search.fill("condition duration");
    await expect(editor.options().filter({ hasText: "Viper" })).toBeVisible();
    for (const text of await editor.options().allTextContents()) expect(text).toContain("Expertise");
    await page.keyboard.press("Escape");
  });

  await test.step("food by attribute, and what is not there says so", async () => {
    await editor.choice(/^Food: /).click();
    await editor.search.fill("concentration");
    await expect(editor.options().first()).toContainText("+100 Concentration");
    await editor.search.fill("nothing has this name");
    await expect(editor.picker).toContainText("Try one word of it, or an attribute.");
    await page.keyboard.press("Escape");
  });

  await test.step("runes by name", async () => {
    await editor.pick(editor.choice(/^Rune, all six pieces: /), "eagle");
    await expect(editor.choice("Rune, all six pieces: Superior Rune of the Eagle")).toBeVisible();
  });
});

test("the keyboard alone chooses equipment: arrows, typing, Enter, Escape, copy and paste", async ({
  page,
}) => {
  const editor = new GearEditor(page);
  await editor.open(EXAMPLE);
  await editor.statSet("Helm").focus();
  await page.keyboard.press("ArrowDown");
  await expect(editor.statSet("Shoulders")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("cele");
  await page.keyboard.press("Enter");
  await expect(editor.choice("Shoulders, stat set: Celestial")).toBeFocused();

  await page.keyboard.press("Control+c");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+v");
  await expect(editor.choice("Coat, stat set: Celestial")).toBeFocused();

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const infusion = editor.choice(/^Coat, infusion: /);
  await expect(infusion).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(infusion).toBeFocused();
  await expect(infusion).toHaveAccessibleName("Coat, infusion: none");

  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await expect(editor.choice("Coat, stat set: none")).toBeFocused();
});

test("a choice is previewed before it is made, and every figure unfolds into what it comes from", async ({
  page,
}) => {
  const editor = new GearEditor(page);
  await editor.open(EXAMPLE);
  await editor.statSet("Coat").click();
  await editor.search.fill("cleric");
  await expect(editor.picker.getByText("In combat, compared with now")).toBeVisible();
  await page.keyboard.press("Escape");

  const row = editor.figures.getByRole("row", { name: /^Power / });
  const [panel = ""] = await editor.attribute("Power");
  await row.getByRole("button").click();
  const sum = editor.figures.getByText(`Hero panel: ${panel}`).locator("xpath=following-sibling::ul[1]");
  const parts = await sum.locator("li > span:first-child").allTextContents();
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.reduce((total, part) => total + toNumber(part), 0)).toBe(toNumber(panel));
});

test("the live figures say what changed since the last save and are those of the saved build's page", async ({
  page,
}) => {
  const editor = new GearEditor(page);
  const accounts = new AccountPages(page);
  await page.goto("/sign-in");
  await accounts.signUp(newAccount());
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  await editor.open("/builds/new?from=example-luminary-power");
  await editor.forMany("Everything");
  await editor.pick(page.getByRole("button", { name: /^Stat set for all of it/ }), "marauder");
  await editor.assumptions.getByLabel("Might, stacks").fill("11");
  await editor.settled();
  const shown = { power: await editor.attribute("Power"), health: await editor.attribute("Health") };
  const damage = await editor.damage();

  const save = page.locator("#save");
  await save.getByRole("textbox", { name: "Name" }).fill("Marauder for a test");
  await save.getByRole("button", { name: /^Save/ }).click();
  await page.waitForURL(/\/b\//);
  expect(await savedAttribute(page, "Power")).toEqual(shown.power);
  expect(await savedAttribute(page, "Health")).toEqual(shown.health);
  await expect(page.getByText(damage, { exact: true })).toBeVisible();

  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await editor.open(`/builds/${slug}/edit`);
  await expect(editor.figures.getByText("since the last save")).toHaveCount(1);
  await editor.pick(editor.statSet("Coat"), "berserker");
  const power = editor.figures.getByRole("row", { name: /^Power / });
  await expect(power.getByText(/^\+\d+ since the last save$/).first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(power.getByText("since the last save")).toHaveCount(0);
});

test("figures are compared with a pinned build of the profession, and with no other", async ({ page }) => {
  const editor = new GearEditor(page);
  await editor.open(`${EXAMPLE}&pin=example-dh-radiance`);
  await expect(editor.figures.getByText(/^◆ against the pinned build/)).toBeVisible();
  await expect(editor.figures.getByText(/against the pinned build$/).nth(3)).toBeVisible();
  await editor.open(`${EXAMPLE}&pin=example-condidruid`);
  await expect(editor.figures.getByText("The pinned build is of another profession")).toBeVisible();
});

test("PvP offers its own runes and sigils and says what it leaves out", async ({ page }) => {
  const editor = new GearEditor(page);
  await editor.open(EXAMPLE);
  await page.getByRole("radio", { name: "PvP" }).check({ force: true });
  await expect(
    editor.equipment.getByText("In PvP stat sets, infusions, food and utility items"),
  ).toBeVisible();
  await expect(editor.statSet("Helm")).toHaveCount(0);
  await expect(editor.figures.getByText("No public source has the figures of PvP")).toBeVisible();
  await editor.pick(editor.choice(/^Rune, all six pieces: /), "strength");
  await expect(editor.choice("Rune, all six pieces: Rune of Strength")).toBeVisible();
});

test("equipment, figures, assumptions and an open list have no fault that axe finds", async ({ page }) => {
  const editor = new GearEditor(page);
  await editor.open(EXAMPLE);
  await page.getByText(/^Uptimes and triggers/).click();
  await editor.figures
    .getByRole("row", { name: /^Power / })
    .getByRole("button")
    .click();
  const judge = async () => {
    const { violations } = await axe(page)
      .include("#equipment")
      .include("#assumptions")
      .include("#numbers")
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };
  expect(await judge()).toEqual([]);
  await editor.choice(/^Relic: /).click();
  await editor.search.fill("might");
  expect(await judge()).toEqual([]);
});

test("on a phone nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const editor = new GearEditor(page);
  await editor.open(EXAMPLE);
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await widthOf()).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Different runes" }).click();
  await editor.choice(/^Rune, coat: /).click();
  expect(await widthOf()).toBeLessThanOrEqual(360);
});

/** Hero panel and combat value on the page of a build. */
async function savedAttribute(page: Page, name: string): Promise<readonly string[]> {
  const cells = page
    .getByRole("row", { name: new RegExp(`^${name} `) })
    .first()
    .getByRole("cell");
  return cells.evaluateAll((all) =>
    all.map((cell) => (cell.querySelector("button") ?? cell).textContent ?? ""),
  );
}

function toNumber(text: string): number {
  return Number(text.replace(/[,+\s]/g, "").replace("−", "-"));
}
