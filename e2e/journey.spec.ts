import { expect, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { ChatPage, ScriptedModel } from "./pages/chat-page.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

test("from a link in the game to a saved, shared build and an answer about it", async ({
  page,
  browser,
  request,
}) => {
  const account = newAccount();
  const builds = new BuildPages(page);
  const accounts = new AccountPages(page);
  const buildName = `Mantra support ${account.email.slice(7, 15)}`;

  await test.step("a pasted link shows the build by name", async () => {
    await builds.paste(`look at this ${FIREBRAND} what do you think?`);
    await expect(builds.heading).toHaveText("Firebrand");
    await expect(page.getByRole("button", { name: "Communal Defenses, chosen" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Axe / Shield" })).toBeVisible();
    const card = await builds.openFacts("Sanctuary");
    await expect(card.getByText("Recharge")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("saving leads a visitor through sign-up and back with everything filled in", async () => {
    await builds.nameField.fill(buildName);
    await builds.visibility("Unlisted").check();
    await builds.save.click();
    await accounts.signUp(account);
    await expect(builds.heading).toHaveText("Firebrand");
    await expect(builds.nameField).toHaveValue(buildName);
    await expect(builds.visibility("Unlisted")).toBeChecked();
    await builds.save.click();
    await expect(page).toHaveURL(/\/b\/mantra-support-/);
    await expect(builds.heading).toHaveText(buildName);
  });

  const address = page.url();
  await test.step("the library lists it, and signing out ends the session on the server", async () => {
    await page.getByRole("link", { name: "Builds" }).click();
    await expect(page.getByRole("region", { name: "Your builds" }).getByText(buildName)).toBeVisible();
    const cookies = await page.context().cookies();
    await accounts.signOut();
    await page.context().addCookies(cookies);
    await page.goto("/builds");
    await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  });

  await test.step("a friend without an account opens the link and asks the chat about the build", async () => {
    const friend = await browser.newContext();
    const friendPage = await friend.newPage();
    await friendPage.goto(address);
    await expect(friendPage.getByRole("heading", { level: 1 })).toHaveText(buildName);
    const model = new ScriptedModel(request);
    const question = `How sturdy is ${account.name}?`;
    await model.answer(question, {
      text: "It shares stability and protects its party well. ".repeat(8),
      delayMs: 40,
    });
    const chat = new ChatPage(friendPage);
    await friendPage.getByRole("link", { name: "Ask the chat" }).click();
    await chat.untilReady();
    const watched = await chat.watchAnswer();
    await chat.ask(question);
    await expect(chat.send).toBeVisible();
    await expect(chat.answers).toContainText("protects its party well");
    expect((await watched.texts()).length).toBeGreaterThan(5);
    const sent = (await model.requests(question)).at(-1)?.body.messages.at(-1)?.content ?? "";
    expect(sent).toContain("Communal Defenses");

    await model.answer("a long tale", { text: "tale ".repeat(400), delayMs: 40 });
    await chat.ask("Now a long tale");
    await expect(chat.answers.last()).toContainText("tale tale");
    await chat.stop.click();
    await expect
      .poll(async () => (await model.requests("a long tale")).map(({ state }) => state))
      .toEqual(["aborted"]);
    await expect(friendPage.getByText("Stopped here.")).toBeVisible();
    const kept = await chat.answers.allTextContents();
    await friendPage.reload();
    await expect(chat.answers).toHaveText(kept);
    await friend.close();
  });
});

test("a private build is not there for anybody else", async ({ page, browser }) => {
  const account = newAccount();
  await page.goto("/sign-in");
  await new AccountPages(page).signUp(account);
  await expect(page).toHaveURL(/\/builds$/);
  const builds = new BuildPages(page);
  await builds.paste(FIREBRAND);
  await builds.nameField.fill("Only mine");
  await builds.save.click();
  await expect(builds.heading).toHaveText("Only mine");
  const stranger = await browser.newContext();
  const seen = await stranger.request.get(page.url());
  expect(seen.status()).toBe(404);
  expect(await seen.text()).not.toContain("Only mine");
  const preview = await stranger.request.get(`${page.url()}/opengraph-image`);
  expect(preview.status()).toBe(404);
  await stranger.close();

  await builds.visibility("Public").check();
  await page.getByRole("button", { name: "Save changes" }).click();
  const visitor = await browser.newContext();
  await expect.poll(async () => (await visitor.request.get(page.url())).status()).toBe(200);
  await visitor.close();

  // The page is drawn anew once it is saved; what is opened before closes again.
  await expect(page.getByText("Private", { exact: true })).toBeHidden();
  await page.getByText("Delete this build").click();
  await page.getByRole("button", { name: "Delete “Only mine”" }).click();
  await expect(page).toHaveURL(/\/builds$/);
  await expect(page.getByText("Nothing saved yet.")).toBeVisible();
});

test("forms say at the field what is wrong, and keep what was typed", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Name" }).fill("X");
  await page.getByRole("textbox", { name: "Email address" }).fill("not an address");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Use at least 2 characters.")).toBeVisible();
  await expect(page.getByText(/This is not an email address/)).toBeVisible();
  await expect(page.getByText(/Use at least 10 characters/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue("not an address");

  await page.goto("/sign-in?next=https://evil.example/");
  await new AccountPages(page).signIn({ name: "", email: "nobody@example.com", password: "wrong password" });
  await expect(page.getByText(/do not belong together/)).toBeVisible();
});

for (const [text, message] of [
  ["hello", "There is no chat link in this text."],
  ["[&BtIWAAA=]", "not a build template link"],
  [
    "[&DQYAAAAqASsATgA2ADYARgBGAEYARgAAAAAAAAAAAAAAAAAAAAAAAAA=]",
    "The link is cut off: 41 bytes of at least 44.",
  ],
  ["[&DQwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=]", "Unknown profession code 12"],
] as const) {
  test(`a bad link says what is wrong: ${message}`, async ({ page }) => {
    const builds = new BuildPages(page);
    await builds.paste(text);
    await expect(page.getByText(message)).toBeVisible();
    await expect(builds.linkField).toHaveValue(text);
  });
}

test("a trait of another profession is named", async ({ page }) => {
  await new BuildPages(page).paste("[&DQEQGi8fGybZEgAAXQEAAG8BAAC0EgAAwhIAAAAAAAAAAAAAAAAAAAAAAAA=]");
  await expect(page.getByText(/belongs to Engineer, not to Guardian/)).toBeVisible();
});

test("the link that is copied is the link that was pasted", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const builds = new BuildPages(page);
  await builds.paste(FIREBRAND);
  await builds.copy.click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(FIREBRAND);
});
