import { expect, type Page, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { EditorPage } from "./pages/editor-page.ts";

/** A power Dragonhunter: three lines with nine traits, five skills, two weapon sets. */
const LINES = [
  ["Zeal", "Fiery Wrath", "Zealous Blade", "Furious Focus"],
  ["Radiance", "Right-Hand Strength", "Radiant Fire", "Righteous Instincts"],
  ["Dragonhunter", "Dulled Senses", "Zealot's Aggression", "Big Game Hunter"],
] as const;
const SKILLS = [
  ["Heal", "Purification"],
  ["Utility 1", "Bane Signet"],
  ["Utility 2", "Sword of Justice"],
  ["Utility 3", "Test of Faith"],
  ["Elite", "Renewed Focus"],
] as const;
const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const TRAITS = LINES.flatMap(([, ...traits]) => traits);

async function signUp(page: Page, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await new AccountPages(page).signUp(newAccount());
  await expect(page).toHaveURL(new RegExp(`${next}$`));
}

test("a full loadout from nothing with the mouse, saved through sign-up with everything filled in", async ({
  page,
}) => {
  test.slow();
  const editor = new EditorPage(page);
  await editor.begin("Guardian");
  for (const [index, [line, ...traits]] of LINES.entries()) {
    await editor.chooseLine(index + 1, line);
    for (const trait of traits) await editor.trait(trait).click();
  }
  expect(await editor.chosenTraits()).toEqual(TRAITS);
  for (const [slot, skill] of SKILLS) await editor.pick(editor.slot(slot), skill);
  await editor.pick(editor.hand(1, "main hand"), "Scepter");
  await editor.pick(editor.hand(1, "off hand"), "Torch");
  await editor.pick(editor.hand(2, "main hand"), "Greatsword");
  await expect(page.getByRole("list", { name: "Skills of Weapon set 2" })).toContainText("Whirling Wrath");
  await editor.pick(page.getByRole("button", { name: "Stat set for all of it" }), "Berserker");
  await editor.pick(editor.gear("Rune"), "Superior Rune of the Dragonhunter");
  await editor.pick(editor.gear("Relic"), "Relic of Fireworks");
  await expect(page.locator("#findings")).toContainText("Everything here is allowed in the game.");

  await test.step("a utility skill is dragged onto another", async () => {
    await editor.slot("Utility 1").dragTo(editor.slot("Utility 3"));
    expect(await editor.slotNames()).toEqual([
      "Heal: Purification",
      "Utility 1: Test of Faith",
      "Utility 2: Sword of Justice",
      "Utility 3: Bane Signet",
      "Elite: Renewed Focus",
    ]);
    await editor.undo();
    await expect(editor.slot("Utility 1")).toHaveAccessibleName("Utility 1: Bane Signet");
  });

  await editor.name.fill("Sunday hunter");
  await page.getByRole("radio", { name: "Public" }).check();
  await editor.save.click();
  await expect(page).toHaveURL(/\/sign-up\?next=/);
  const { name, email, password } = newAccount();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("textbox", { name: "Email address" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).toHaveURL(/\/builds\/new/);
  await editor.untilReady();
  await expect(editor.name).toHaveValue("Sunday hunter");
  await expect(page.getByRole("radio", { name: "Public" })).toBeChecked();
  expect(await editor.chosenTraits()).toEqual(TRAITS);
  await editor.save.click();
  await expect(page).toHaveURL(/\/b\/sunday-hunter-/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sunday hunter");
  await expect(page.getByRole("main")).toContainText("Whirling Wrath");
});

test("the same with the keyboard alone", async ({ page }) => {
  test.slow();
  const editor = new EditorPage(page);
  const { keyboard } = page;
  await page.goto("/editor");
  await page.getByRole("button", { name: "Guardian", exact: true }).waitFor();
  await tabTo(page, "Guardian");
  await keyboard.press("Enter");
  await editor.untilReady();

  for (const [index, [line, ...traits]] of LINES.entries()) {
    await keyboard.press("g");
    await keyboard.press("l");
    await tabTo(page, `Choose specialization ${index + 1}`);
    await choose(page, editor, line);
    await keyboard.press("g");
    await keyboard.press("l");
    const [first = ""] = await traitLabels(editor, index + 1);
    await tabTo(page, first);
    for (const trait of traits) await arrowsTo(page, editor, index + 1, trait);
  }
  expect(await editor.chosenTraits()).toEqual(TRAITS);

  await keyboard.press("g");
  await keyboard.press("k");
  await tabTo(page, "Heal: empty");
  for (const [index, [, skill]] of SKILLS.entries()) {
    if (index > 0) await keyboard.press("ArrowRight");
    await choose(page, editor, skill);
  }
  expect(await editor.slotNames()).toEqual(SKILLS.map(([slot, skill]) => `${slot}: ${skill}`));

  await test.step("Alt with an arrow exchanges utility skills, Delete empties, undo and redo bring back", async () => {
    await keyboard.press("ArrowLeft");
    await keyboard.press("Alt+ArrowLeft");
    await expect(editor.slot("Utility 2")).toHaveAccessibleName("Utility 2: Test of Faith");
    await expect(editor.slot("Utility 2")).toBeFocused();
    await keyboard.press("Delete");
    await expect(editor.slot("Utility 2")).toHaveAccessibleName("Utility 2: empty");
    await keyboard.press("Control+z");
    await keyboard.press("Control+z");
    await expect(editor.slot("Utility 2")).toHaveAccessibleName("Utility 2: Sword of Justice");
    await keyboard.press("Control+Shift+z");
    await expect(editor.slot("Utility 2")).toHaveAccessibleName("Utility 2: Test of Faith");
    await expect(editor.status).toHaveText(/^Done again:/);
    await keyboard.press("Control+z");
  });

  await keyboard.press("g");
  await keyboard.press("w");
  await tabTo(page, "Weapon set 1, main hand: empty");
  await choose(page, editor, "Scepter");
  await keyboard.press("Tab");
  await choose(page, editor, "Torch");
  await tabTo(page, "Weapon set 2, main hand: empty");
  await choose(page, editor, "Greatsword");
  await expect(page.getByRole("list", { name: "Skills of Weapon set 2" })).toContainText("Whirling Wrath");

  await keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await keyboard.press("Control+s");
  await expect(editor.name).toBeFocused();
});

test("loading the page again in the middle loses nothing, and the draft can be discarded", async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.begin("Necromancer");
  await editor.chooseLine(1, "Spite");
  await editor.chooseLine(3, "Reaper");
  await page.getByRole("radio", { name: "WvW" }).check({ force: true });
  await editor.pick(editor.hand(1, "main hand"), "Greatsword");
  await editor.name.fill("Half done");
  await page.reload();
  await editor.untilReady();
  await expect(page.getByText(/^Draft restored, as it was on/)).toBeVisible();
  await expect(editor.line(3)).toContainText("Reaper");
  await expect(editor.name).toHaveValue("Half done");
  await expect(page.getByRole("radio", { name: "WvW" })).toBeChecked();
  await expect(editor.hand(1, "main hand")).toHaveAccessibleName(/Greatsword/);
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.getByRole("heading", { name: "New build" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Necromancer" })).toBeVisible();
  await expect(page.getByText(/^Draft restored/)).toHaveCount(0);
});

test("a build link pasted over the editor is shown before it is taken, and the draft stays", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const editor = new EditorPage(page);
  await editor.begin("Necromancer");
  await editor.chooseLine(1, "Spite");
  await editor.name.fill("Half done");
  await page.evaluate((text) => navigator.clipboard.writeText(text), `Look: ${FIREBRAND}`);
  await page.keyboard.press("Control+v");
  await expect(editor.name).toHaveValue(`Half doneLook: ${FIREBRAND}`.slice(0, 80));
  await page.keyboard.press("Control+z");
  await page.getByRole("radio", { name: "WvW" }).focus();
  await page.keyboard.press("Control+v");
  await expect(page).toHaveURL(/\/import\?text=/);
  await expect(page.getByText(/Firebrand/).first()).toBeVisible();
  await page.goBack();
  await editor.untilReady();
  await expect(page.getByText(/^Draft restored, as it was on/)).toBeVisible();
  await expect(editor.line(1)).toContainText("Spite");
  await expect(editor.name).toHaveValue("Half done");
});

test("two tabs editing one build: the later one sees what the other changed and chooses", async ({
  page,
  context,
}) => {
  test.slow();
  await signUp(page, "/editor");
  const editor = new EditorPage(page);
  await editor.begin("Thief", "/builds/new");
  await editor.chooseLine(1, "Trickery");
  await editor.name.fill("Shared work");
  await editor.save.click();
  await expect(page).toHaveURL(/\/b\/shared-work-/);
  const edit = `/builds/${page.url().split("/b/")[1]}/edit`;

  const otherPage = await context.newPage();
  const other = new EditorPage(otherPage);
  await editor.open(edit);
  // Browsers draw what is in the background once a second.
  await otherPage.bringToFront();
  await other.open(edit);
  await other.chooseLine(2, "Acrobatics");
  await other.save.click();
  await expect(otherPage).toHaveURL(/\/b\/shared-work-/);

  await page.bringToFront();
  await editor.chooseLine(3, "Daredevil");
  await page.getByRole("textbox", { name: "What changed" }).fill("An elite specialization");
  await editor.save.click();
  const conflict = page.getByRole("region", { name: "This build was saved elsewhere in the meantime" });
  await expect(conflict).toContainText("Acrobatics");
  await expect(conflict).toContainText("Daredevil");
  await expect(editor.line(3)).toContainText("Daredevil");
  await conflict.getByRole("button", { name: "Save mine as a copy" }).click();
  await expect(page).toHaveURL(/\/b\/shared-work-/);
  await expect(page.getByText("copy of “Shared work”")).toBeVisible();

  await test.step("the build itself is as the other tab saved it; on top of it the first one can still save", async () => {
    await editor.open(edit);
    await expect(editor.line(2)).toContainText("Acrobatics");
    await expect(page.getByText(/^Draft restored/)).toHaveCount(0);
    await otherPage.bringToFront();
    await otherPage.goto(edit);
    await other.untilReady();
    await other.chooseLine(3, "Deadeye");
    await other.save.click();
    await expect(otherPage).toHaveURL(/\/b\//);
    await page.bringToFront();
    await editor.chooseLine(1, "Shadow Arts");
    await editor.save.click();
    await conflict.getByRole("button", { name: "Save mine on top" }).click();
    await expect(page).toHaveURL(/\/b\/shared-work-/);
    await page.getByRole("link", { name: "History" }).click();
    await expect(
      page.getByRole("list", { name: "Revisions, newest first" }).getByRole("listitem"),
    ).toHaveCount(4);
  });
});

test("nobody but the owner opens a build for editing; others begin a copy", async ({ page, browser }) => {
  await signUp(page, "/editor");
  const editor = new EditorPage(page);
  await editor.begin("Mesmer", "/builds/new");
  await editor.name.fill("Mine alone");
  await page.getByRole("radio", { name: "Public" }).check();
  await editor.save.click();
  await expect(page).toHaveURL(/\/b\/mine-alone-/);
  const slug = page.url().split("/b/")[1] ?? "";
  const stranger = await browser.newPage();
  await stranger.goto(new URL(`/builds/${slug}/edit`, page.url()).href);
  await expect(stranger.getByRole("heading", { level: 1 })).not.toContainText("Mine alone");
  expect((await stranger.request.get(new URL(`/builds/${slug}/edit`, page.url()).href)).status()).toBe(404);
  await stranger.goto(new URL(`/builds/new?from=${slug}`, page.url()).href);
  await expect(stranger).toHaveURL(new RegExp(`/editor\\?from=${slug}`));
  await new EditorPage(stranger).untilReady();
  await expect(new EditorPage(stranger).name).toHaveValue("Mine alone");
  await stranger.close();
});

test("the profession can be changed, and undo brings everything back", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.begin("Guardian");
  await editor.chooseLine(1, "Zeal");
  await editor.pick(editor.hand(1, "main hand"), "Greatsword");
  await page.getByRole("button", { name: "change profession" }).click();
  await page.getByRole("button", { name: "Thief", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thief");
  await expect(editor.status).toHaveText("Changed to the Thief; specializations and Greatsword taken out");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Guardian");
  await expect(editor.line(1)).toContainText("Zeal");
});

/** Presses Tab until the element of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const label = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
    });
    if (label.startsWith(name)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

/** Opens the list of what has the focus, types the name and takes the first hit. */
async function choose(page: Page, editor: EditorPage, name: string): Promise<void> {
  await page.keyboard.press("Enter");
  await expect(editor.search).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

function traitLabels(editor: EditorPage, line: number): Promise<string[]> {
  return editor
    .line(line)
    .locator("button[data-cell]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
}

/** Moves from the trait that has the focus to another of the line by arrows, and chooses it. */
async function arrowsTo(page: Page, editor: EditorPage, line: number, name: string): Promise<void> {
  const cellOf = (text: string | null) => (text ?? "0,0").split(",").map(Number) as [number, number];
  const from = cellOf(await page.evaluate(() => document.activeElement?.getAttribute("data-cell") ?? null));
  const target = editor.line(line).locator(`button[data-cell][aria-label^="${name},"]`);
  const to = cellOf(await target.getAttribute("data-cell"));
  const press = async (count: number, forward: string, back: string) => {
    for (let step = 0; step < Math.abs(count); step++) await page.keyboard.press(count > 0 ? forward : back);
  };
  await press(to[0] - from[0], "ArrowRight", "ArrowLeft");
  await press(to[1] - from[1], "ArrowDown", "ArrowUp");
  await expect(target).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(target).toHaveAttribute("aria-pressed", "true");
}
