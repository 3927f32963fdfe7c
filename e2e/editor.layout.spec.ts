import { expect, type Page, test } from "@playwright/test";
import { axe } from "./pages/axe.ts";
import { EditorPage } from "./pages/editor-page.ts";

/** One example of each profession whose page differs: pets, legends, attunements, kits. */
const EXAMPLES = {
  "a Guardian": "/editor?from=example-luminary-power",
  "an Elementalist": "/editor?from=example-evoker-condi-pd",
} as const;

/** The page, or the part of it that is open above it, breaks no rule of accessibility; nothing is wider than the screen. */
async function expectGood(page: Page, part = "body"): Promise<void> {
  const { violations } = await axe(page).include(part).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

test("the choice of a profession is accessible and fits the screen", async ({ page }) => {
  await page.goto("/editor");
  await page.getByRole("button", { name: "Guardian" }).waitFor();
  await expectGood(page);
});

// Those whose empty page has something of its own: pets, legends.
for (const profession of ["Ranger", "Revenant"]) {
  test(`an empty ${profession} is accessible and fits the screen`, async ({ page }) => {
    await new EditorPage(page).begin(profession);
    await expectGood(page);
  });
}

for (const [name, path] of Object.entries(EXAMPLES)) {
  test(`${name} with everything chosen, its lists and its keys are accessible and fit the screen`, async ({
    page,
  }) => {
    test.slow();
    const editor = new EditorPage(page);
    await editor.open(path);
    await expectGood(page);
    await editor.slot("Utility 1").click();
    await editor.search.waitFor();
    await expectGood(page, "dialog[open]");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expectGood(page, "dialog[open]");
  });
}

test("a game data answer that fails is said, and asked for again", async ({ page }) => {
  await page.route("**/api/editor/**", (route) => route.abort());
  await page.goto("/editor");
  await page.getByRole("button", { name: "Guardian" }).click();
  await expect(page.getByText("The game data did not arrive")).toBeVisible();
  await expectGood(page);
  await page.unroute("**/api/editor/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await new EditorPage(page).untilReady();
});
