import { expect, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { ImportPage } from "./pages/import-page.ts";
import { expectWellFormed } from "./pages/well-formed.ts";

const NOTES = `## Before the pull

Stack **might**, then [[Shelter]] at 60 %. See [the wiki](https://wiki.guildwars2.com/wiki/Shelter).

### Do not

- ~~panic~~
- stand in *red*
  1. ever
  2. really

> A quote with <script>alert(1)</script> and ![a picture](https://example.org/x.png)

| Phase | Skill |
| --- | --- |
| Opening | [[Bane Signet]] |
| Burst | ${"very-long-word-".repeat(8)} |

\`\`\`
F1 > 2 > 5 > ${"swap ".repeat(30)}
\`\`\`
`;

test("what an author says of a build is safe, accessible, and fits the screen, with and without JavaScript", async ({
  page,
  browser,
}) => {
  const account = newAccount();
  await page.goto("/sign-in");
  await new AccountPages(page).signUp(account);
  await expect(page).toHaveURL(/\/builds$/);
  const file = JSON.parse(await (await page.request.get("/b/example-luminary-power/export/json")).text());
  const tag = `tag-${account.email.slice(7, 15)}`;
  file.name = `Notes ${tag}`;
  file.details = {
    notes: NOTES,
    rotation: "1. [[Whirling Wrath]]\n2. auto attacks",
    video: "https://youtu.be/dQw4w9WgXcQ",
    tags: [tag, "pug"],
    role: "power-dps",
    difficulty: "easy",
    activities: ["fractal", "strike"],
  };
  const desk = new ImportPage(page);
  await desk.paste(JSON.stringify(file));
  await desk.save.click();
  await page.getByRole("link", { name: file.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(file.name);
  await page.getByText("Export", { exact: true }).click();
  await expect(page.getByRole("link", { name: /^Markdown/ })).toBeVisible();
  await expectWellFormed(page);

  const author = page.getByRole("region", { name: "From the author" });
  await expect(author.getByText("<script>alert(1)</script>")).toBeVisible();
  await expect(author.locator("img, script, iframe")).toHaveCount(0);
  const wiki = author.getByRole("link", { name: "the wiki" });
  expect(await wiki.getAttribute("rel")).toContain("nofollow ugc");
  await expect(author.getByRole("link", { name: "Video on YouTube" })).toBeVisible();

  // By key: sections far above are laid out when they come near, so what is clicked may move under a pointer.
  const isPublic = page.getByRole("radio", { name: "Public" });
  await isPublic.press("Space");
  await expect(isPublic).toBeChecked();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Private", { exact: true }).first()).toBeHidden();
  const reader = await browser.newContext({ javaScriptEnabled: false, viewport: page.viewportSize() });
  const readerPage = await reader.newPage();
  await readerPage.goto(page.url());
  await readerPage.getByRole("link", { name: `#${tag}` }).press("Enter");
  await expect(readerPage).toHaveURL(new RegExp(`/library\\?tag=${tag}$`));
  await readerPage.getByRole("link", { name: file.name }).first().click();
  await readerPage
    .getByRole("region", { name: "From the author" })
    .getByRole("button", { name: "Shelter" })
    .press("Enter");
  await expect(readerPage.locator(".fact-card:popover-open")).toContainText("Heal skill");
  await reader.close();
});
