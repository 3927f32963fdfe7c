import { expect, test } from "@playwright/test";
import { ChatPage, ScriptedModel } from "./pages/chat-page.ts";

const LONG = { text: "word ".repeat(400), delayMs: 40 };

test("an answer arrives in more than five visible increments and is there after a reload", async ({
  page,
  request,
}) => {
  const model = new ScriptedModel(request);
  await model.answer("combo fields", { text: "Fields and finishers make combos. ".repeat(6), delayMs: 40 });
  const chat = new ChatPage(page);
  await chat.open();
  const watched = await chat.watchAnswer();
  await chat.ask("How do combo fields work?");
  await expect(chat.send).toBeVisible();
  const whole = "Fields and finishers make combos. ".repeat(6).trim();
  await expect(chat.answers).toHaveText(whole);
  expect((await watched.texts()).length).toBeGreaterThan(5);
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await expect(chat.chats.getByRole("link", { name: "How do combo fields work?" })).toBeVisible();

  await page.reload();
  await expect(chat.messages).toHaveText(["How do combo fields work?"]);
  await expect(chat.answers).toHaveText([whole]);
});

test("stop reaches the model, and what had arrived is kept", async ({ page, request }) => {
  const model = new ScriptedModel(request);
  await model.answer("a very long story", LONG);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("Tell a very long story");
  await expect(chat.answers).toContainText("word word word");
  await chat.stop.click();
  await expect(page.getByText("Stopped here.")).toBeVisible();
  await expect
    .poll(async () => (await model.requests("a very long story")).map(({ state }) => state))
    .toEqual(["aborted"]);
  const kept = await chat.answers.textContent();
  expect((await model.requests("a very long story"))[0]?.chunksSent).toBeLessThan(300);

  await page.reload();
  await expect(chat.answers).toHaveText(kept ?? "");
});

test("a reload in the middle of an answer keeps its text and stops the model", async ({ page, request }) => {
  const model = new ScriptedModel(request);
  await model.answer("reload story", LONG);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("Tell the reload story");
  await expect(chat.answers).toContainText("word ".repeat(30).trim());
  await page.reload();
  await expect(chat.answers).toContainText("word word word");
  await expect(page.getByText("Stopped here.")).toBeVisible();
  await expect
    .poll(async () => (await model.requests("reload story")).map(({ state }) => state))
    .toEqual(["aborted"]);
});

test("leaving for another page stops the model", async ({ page, request }) => {
  const model = new ScriptedModel(request);
  await model.answer("leaving story", LONG);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("Tell the leaving story");
  await expect(chat.answers).toContainText("word word");
  await page.getByRole("link", { name: "Builds" }).click();
  await expect
    .poll(async () => (await model.requests("leaving story")).map(({ state }) => state))
    .toEqual(["aborted"]);
});

test("a broken answer keeps its text, says so, and can be asked for again", async ({ page, request }) => {
  const model = new ScriptedModel(request);
  await model.answer("fragile", { text: "The second try is whole." });
  await model.answer("fragile", { text: "half an answer", failAfter: { chunks: 2, how: "end" } }, 1);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("A fragile question");
  await expect(chat.answers).toContainText("half an");
  await expect(page.getByText("The answer broke off.")).toBeVisible();
  await chat.askAgain.click();
  await expect(chat.answers).toHaveText(["The second try is whole."]);
  await page.reload();
  await expect(chat.answers).toHaveText(["The second try is whole."]);
});

test("without Ollama the page tells what to do, and the question is kept", async ({ page, request }) => {
  await page.route("**/api/ollama/status", (route) =>
    route.fulfill({
      json: {
        state: "offline",
        model: "mistral",
        version: null,
        failure: {
          code: "OLLAMA_OFFLINE",
          message: "Ollama, the program that runs the model, does not answer.",
          remedy: "Install it from ollama.com if it is not there, start it, then ask again.",
          command: "ollama serve",
        },
      },
    }),
  );
  await new ScriptedModel(request).answer("anybody there", { drop: true });
  const chat = new ChatPage(page);
  await chat.open();
  await expect(page.getByText("ollama serve")).toBeVisible();
  await chat.ask("Is anybody there?");
  await expect(chat.answers).toContainText("Ollama, the program that runs the model, does not answer.");
  await expect(chat.answers).toContainText("ollama serve");
  await page.reload();
  await expect(chat.messages).toHaveText(["Is anybody there?"]);
  await expect(chat.answers).toContainText("ollama serve");
});

test("what is typed survives a reload and a refusal of the server", async ({ page }) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.field.pressSequentially("first line");
  await chat.field.press("Shift+Enter");
  await chat.field.pressSequentially("second line");
  await page.reload();
  await expect(chat.field).toHaveValue("first line\nsecond line");

  await page.route("**/api/chat", (route) => route.abort());
  await chat.untilReady();
  await chat.field.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
  await expect(chat.field).toHaveValue("first line\nsecond line");
  await expect(chat.messages).toHaveCount(0);
});

test("a pasted address attaches its build, and the model gets its facts", async ({ page, request }) => {
  const model = new ScriptedModel(request);
  await page.goto("/library");
  const link = page.locator('a[href^="/b/"]').first();
  const path = (await link.getAttribute("href")) ?? "";
  const chat = new ChatPage(page);
  await chat.open();
  await chat.field.focus();
  await page.evaluate((address) => {
    const data = new DataTransfer();
    data.setData("text", address);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, new URL(path, page.url()).href);
  const detach = page.getByRole("button", { name: /^Detach / });
  await expect(detach).toBeVisible();
  await expect(chat.field).toHaveValue("");
  await chat.ask("What is in this build of mine?");
  await expect(chat.answers).toContainText("scripted answer");
  const [sent] = await model.requests("What is in this build of mine?");
  expect(sent?.body.messages.at(-1)?.content).toMatch(/F1: Profession: \w+/);

  await page.reload();
  await expect(detach).toBeVisible();
});

test("nobody else can open a chat", async ({ page, browser }) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("A private question");
  await expect(chat.answers).toContainText("ends by itself");
  const stranger = await browser.newContext();
  const response = await stranger.request.get(page.url());
  expect(response.status()).toBe(404);
  await stranger.close();
});

test("a chat is deleted after asking once more", async ({ page }) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("To be deleted");
  await expect(chat.answers).toContainText("ends by itself");
  const address = page.url();
  await page.getByRole("button", { name: "Delete this chat" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page).toHaveURL(/\/chat$/);
  await expect(chat.chats.getByRole("link", { name: "To be deleted" })).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});
