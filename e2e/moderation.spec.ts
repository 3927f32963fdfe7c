import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { withThrowawayApp } from "#scripts/web/throwaway-app.ts";
import { type Account, AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { ModerationPages } from "./pages/moderation-pages.ts";
import { expectWellFormed } from "./pages/well-formed.ts";

const EXAMPLE = "/b/example-luminary-power";
const NAME = "Insulting name";

/** A person with a browser of their own. */
async function personAt(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } });
  return context.newPage();
}

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

/** A copy of an example in the player's library, made public under a name. Returns its address. */
async function publishCopy(page: Page, name: string): Promise<string> {
  const builds = new BuildPages(page);
  await page.goto(EXAMPLE);
  await page.getByRole("button", { name: "Copy to my builds" }).click();
  await expect(page).toHaveURL(/\/b\/example-power-luminary/);
  await builds.nameField.fill(name);
  await builds.visibility("Public").check();
  await builds.save.click();
  await expect(page).toHaveURL(/\/b\/insulting-name-/);
  return new URL(page.url()).pathname;
}

test("a build is reported, hidden by a moderator whom the host has named, and shown again", async ({
  browser,
}) => {
  // The app is started twice: moderators are named at a start, after they have opened their account.
  test.setTimeout(400_000);
  const dataDir = mkdtempSync(join(tmpdir(), "gw2optimizer-moderation-"));
  const marshal = newAccount();
  try {
    await withThrowawayApp(
      async (base) => {
        const page = await personAt(browser, base);
        await signUp(page, marshal, "/builds");
        expect((await page.goto("/moderation"))?.status()).toBe(404);
        await page.context().close();
      },
      { dataDir },
    );
    await withThrowawayApp((base) => journey(browser, base, marshal), {
      dataDir,
      moderatorEmails: marshal.email.toUpperCase(),
    });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function journey(browser: Browser, base: string, marshal: Account): Promise<void> {
  const [owner, reader, moderator] = await Promise.all([
    personAt(browser, base),
    personAt(browser, base),
    personAt(browser, base),
  ]);
  await signUp(owner, newAccount(), EXAMPLE);
  const path = await publishCopy(owner, NAME);

  // A visitor is led through sign-up and comes back to the report.
  await reader.goto(path);
  await reader.getByRole("link", { name: "Report this build" }).click();
  await new AccountPages(reader).signUp(newAccount());
  await expect(reader).toHaveURL(new RegExp(`${path}/report$`));
  await expectGood(reader);
  await reader.goto(path);
  await new ModerationPages(reader).report("Insults, hate or threats", "Look at its name.");
  expect((await reader.goto("/moderation"))?.status()).toBe(404);

  const desk = new ModerationPages(moderator);
  await moderator.goto("/sign-in?next=/builds");
  await new AccountPages(moderator).signIn(marshal);
  await moderator.getByRole("link", { name: "Moderation" }).click();
  await expect(desk.waiting.filter({ hasText: NAME })).toContainText("Look at its name.");
  await expectGood(moderator);
  await desk.decide("Hide the build", NAME, "An insult in the name.");
  await expect(moderator.getByText("The build is hidden.")).toBeVisible();
  await expect(desk.decisions.first()).toContainText("An insult in the name.");

  expect((await reader.goto(path))?.status()).toBe(404);
  await reader.goto("/library?q=insulting");
  await expect(reader.getByText("No build fits all of this.")).toBeVisible();

  await owner.goto(path);
  await expect(owner.getByText("A moderator has hidden this build")).toBeVisible();
  await expect(owner.getByText("An insult in the name.")).toBeVisible();
  await expectGood(owner);
  await owner.getByRole("link", { name: "Ask the moderators to look again" }).click();
  await owner.getByRole("textbox", { name: /^What have you changed/ }).fill("It is the name of a friend.");
  await owner.getByRole("button", { name: "Ask the moderators to look again" }).click();
  await expect(owner.getByText("the moderators have it")).toBeVisible();

  await moderator.goto("/moderation");
  await expect(desk.waiting.filter({ hasText: NAME })).toContainText("Its owner asks to look again");
  await desk.decide("Show it again", NAME, "Fine then.");
  await expect(moderator.getByText("The build is shown again.")).toBeVisible();
  expect((await reader.goto(path))?.status()).toBe(200);
  await Promise.all([owner, reader, moderator].map((page) => page.context().close()));
}
