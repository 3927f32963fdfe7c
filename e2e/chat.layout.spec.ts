import { expect, test } from "@playwright/test";
import { axe } from "./pages/axe.ts";
import { ChatPage } from "./pages/chat-page.ts";

/** Runs on a desktop and on a phone 360 pixels wide. */
test("the chat fits its screen and has no accessibility fault, empty and with an answer", async ({
  page,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await expectSound();
  await chat.ask("How does it look?");
  await expect(chat.answers).toContainText("ends by itself");
  await expect(chat.field).toBeInViewport();
  await expectSound();

  async function expectSound() {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect((await axe(page).analyze()).violations).toEqual([]);
  }
});
