import { expect, test } from "@playwright/test";
import { OwnServer } from "./own-server.ts";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { EditorPage } from "./pages/editor-page.ts";

test("a server killed between typing and saving loses nothing: the draft is there after restart and reload", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const server = await OwnServer.open();
  try {
    const editor = new EditorPage(page);
    const at = (path: string) => `${server.address}${path}`;
    await page.goto(at("/sign-in?next=%2Feditor"));
    await new AccountPages(page).signUp(newAccount());
    await expect(page).toHaveURL(at("/editor"));
    await editor.begin("Warrior", at("/builds/new"));
    await editor.chooseLine(1, "Arms");
    await editor.name.fill("Before the storm");
    await editor.save.click();
    await expect(page).toHaveURL(/\/b\/before-the-storm-/);
    const edit = at(`/builds/${page.url().split("/b/")[1]}/edit`);

    await editor.open(edit);
    await editor.chooseLine(3, "Berserker");
    await editor.pick(editor.hand(1, "main hand"), "Greatsword");
    const note = page.getByRole("textbox", { name: "What changed" });
    await note.fill("Typed while it was up");
    await server.kill();
    await editor.name.fill("After the storm");
    await editor.save.click();
    await expect(page.getByText("The server did not answer.")).toBeVisible();
    await expect(editor.line(3)).toContainText("Berserker");

    await server.start();
    await page.reload();
    await editor.untilReady();
    await expect(page.getByText(/^Draft restored, as it was on/)).toBeVisible();
    await expect(editor.line(1)).toContainText("Arms");
    await expect(editor.line(3)).toContainText("Berserker");
    await expect(editor.hand(1, "main hand")).toHaveAccessibleName(/Greatsword/);
    await expect(editor.name).toHaveValue("After the storm");
    await expect(note).toHaveValue("Typed while it was up");
    await editor.save.click();
    await expect(page).toHaveURL(/\/b\/after-the-storm-/);
    await page.getByRole("link", { name: "History" }).click();
    await expect(page.getByRole("list", { name: "Revisions, newest first" })).toContainText(
      "Typed while it was up",
    );
  } finally {
    await server.close();
  }
});
