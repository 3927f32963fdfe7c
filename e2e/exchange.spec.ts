import { type APIRequestContext, expect, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { ImportPage } from "./pages/import-page.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const SLUG = "example-luminary-power";
const NAME = "Example: Power Luminary SP/GS";
const GW2SKILLS = "http://gw2skills.net/editor/?PWwAkqlVwcYasMWKO8XtbA-zxIY1olfMZCEmC-e";

async function exported(request: APIRequestContext, format: string, slug = SLUG): Promise<string> {
  const response = await request.get(`/b/${slug}/export/${format}`);
  expect(response.status()).toBe(200);
  return response.text();
}

/** The first line of an export, without what it says of itself. */
async function firstLine(request: APIRequestContext, format: string): Promise<string> {
  return (await exported(request, format)).split("\n")[0] ?? "";
}

test("good pastes: a link in a text, pages, addresses, codes, JSON, Markdown, Discord text, lists", async ({
  page,
  request,
  baseURL,
}) => {
  const share = await firstLine(request, "link");
  const code = share.split("code=")[1] ?? "";
  const pastes: readonly (readonly [text: string, source: string, name: string])[] = [
    [`Mantra heal: ${FIREBRAND} (raids)`, "Chat link", "Mantra heal"],
    [`${baseURL}/b/${SLUG}?mode=wvw`, "Page of this site", NAME],
    [`look at ${share}!`, "Share link", "Luminary"],
    [`https://another.example/editor?code=${code}`, "Share link", "Luminary"],
    [code, "Loadout code", "Luminary"],
    [`/b/${SLUG}`, "Page of this site", NAME],
    [await exported(request, "json"), "JSON", NAME],
    [await exported(request, "markdown"), "Markdown", NAME],
    [await exported(request, "discord"), "Discord text", NAME],
  ];
  const desk = new ImportPage(page);
  for (const [text, source, name] of pastes) {
    await desk.paste(text);
    await expect(desk.found, text.slice(0, 60)).toHaveText(new RegExp(`${name}.*${source}`));
    await expect(desk.notRead).toHaveCount(0);
  }
  await desk.paste(`1. ${FIREBRAND}\n2. ${share}\n3. ${GW2SKILLS}`);
  await expect(desk.found).toHaveCount(2);
  await expect(desk.notRead).toHaveCount(1);
  await desk.found.last().getByText("What it holds").click();
  await expect(desk.found.last().getByText("Zealous Blade", { exact: false })).toBeVisible();
  await expect(desk.found.first()).toContainText("A chat link holds no equipment");
});

test("bad pastes say what is wrong and what to do", async ({ page, request }) => {
  const json = await exported(request, "json");
  const pastes: readonly (readonly [text: string, message: RegExp])[] = [
    [GW2SKILLS, /gw2skills\.net editor cannot be read.*copy the chat link/],
    ["https://snowcrows.com/builds/raids/guardian/heal", /Snow Crows holds no build/],
    ["[&DQENPi47]", /cut off/],
    ["[&AgH1WQAA]", /item link, not a build template link/],
    ["/b/nobody-has-this-x2k9x2k9", /There is no build at this address/],
    [json.slice(0, 200), /brackets do not close/],
    ['{"builds": 3}', /no build of this app/],
    [json.replace('"version": 1', '"version": 7'), /newer app/],
  ];
  const desk = new ImportPage(page);
  for (const [text, message] of pastes) {
    await desk.paste(text);
    await expect(desk.notRead, text.slice(0, 60)).toHaveText(message);
    await expect(desk.found).toHaveCount(0);
  }
  await desk.paste("Just some words, no build at all.");
  await expect(page.getByText("No build was found in this text")).toBeVisible();
  await expect(desk.box).toHaveValue("Just some words, no build at all.");
});

test("what a file has wrong is named field by field, and the rest is read", async ({ page, request }) => {
  const document = JSON.parse(await exported(request, "json"));
  document.loadout.equipment.pieces.helm.statSet = "Berzerker";
  document.loadout.hat = "red";
  document.details.role = "boss";
  const desk = new ImportPage(page);
  await desk.paste(JSON.stringify(document));
  await expect(desk.found).toHaveCount(1);
  await expect(desk.found).toContainText(
    "loadout.equipment.pieces.helm.statSet: Choose a stat set by its name",
  );
  await expect(desk.found).toContainText("loadout.hat: There is no field of this name");
  await expect(desk.found).toContainText("details.role: Choose a role");
});

test("several builds are saved at once, private, with their names and notes, and go out as they came", async ({
  page,
  browser,
}) => {
  const account = newAccount();
  await page.goto("/sign-in");
  await new AccountPages(page).signUp(account);
  await expect(page).toHaveURL(/\/builds$/);

  const document = JSON.parse(await exported(page.request, "json"));
  document.name = `Imported ${account.email.slice(7, 15)}`;
  document.details = {
    notes: "Use [[Shelter]] <b>early</b>.",
    tags: ["PUG"],
    role: "power-dps",
    activities: ["raid"],
  };
  const desk = new ImportPage(page);
  await desk.paste(`${JSON.stringify(document)}\nHeal: ${FIREBRAND}\nOther: /b/${SLUG}`);
  await expect(desk.found).toHaveCount(3);
  await desk.name(desk.found.nth(1)).fill("Heal Firebrand");
  await desk.chosen(desk.found.nth(2)).uncheck();
  await desk.save.click();
  const outcome = page.getByRole("alert").filter({ hasText: "2 of 2 saved" });
  await expect(outcome.getByRole("link", { name: "Heal Firebrand" })).toBeVisible();
  const href = (await outcome.getByRole("link", { name: document.name }).getAttribute("href")) ?? "";
  const slug = href.replace("/b/", "");

  const back = JSON.parse(await exported(page.request, "json", slug));
  expect(back.loadout).toEqual(document.loadout);
  expect(back.details).toMatchObject({ ...document.details, tags: ["pug"] });

  await page.goto(`/b/${slug}/print`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(document.name);
  await expect(page.getByText("<b>early</b>", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Shelter" }).click();
  await expect(page.locator(".fact-card:popover-open")).toContainText("Heal skill");

  const stranger = await browser.newContext();
  for (const format of ["chat-link", "link", "json", "markdown", "discord"]) {
    const response = await stranger.request.get(`/b/${slug}/export/${format}`);
    expect(response.status(), format).toBe(404);
  }
  expect((await stranger.request.get(`/b/${slug}/print`)).status()).toBe(404);
  await stranger.close();
});

test("a visitor's paste survives signing in", async ({ page }) => {
  const desk = new ImportPage(page);
  await desk.paste(`${"a long text around it ".repeat(100)} ${FIREBRAND}`);
  await expect(desk.found).toHaveCount(1);
  await page.getByRole("link", { name: "Sign in to save" }).click();
  await new AccountPages(page).signUp(newAccount());
  await expect(page).toHaveURL(/\/import\?kept=1$/);
  await expect(desk.box).toHaveValue(/a long text around it/);
  await desk.read.click();
  await desk.save.click();
  await expect(page.getByText("1 of 1 saved")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("builds are read and saved all the same", async ({ page }) => {
    await page.goto("/sign-in?next=/import");
    await new AccountPages(page).signUp(newAccount());
    await expect(page).toHaveURL(/\/import$/);
    const desk = new ImportPage(page);
    await desk.box.fill(`Heal: ${FIREBRAND}`);
    await desk.read.click();
    await expect(desk.found).toHaveCount(1);
    await desk.save.click();
    await expect(page.getByText("1 of 1 saved")).toBeVisible();
  });
});

test("every format says what it cannot hold, and the schema of files is served", async ({ request }) => {
  expect(await exported(request, "chat-link")).toMatch(/^\[&DQ.*cannot hold/s);
  expect(await exported(request, "link")).toMatch(/\/build\?code=.*cannot hold/s);
  const discord = await exported(request, "discord");
  expect(discord.length).toBeLessThan(2000);
  const { $schema } = JSON.parse(await exported(request, "json"));
  const schema = await request.get(new URL($schema).pathname);
  expect(await schema.json()).toMatchObject({
    title: "GW2Optimizer build",
    required: expect.arrayContaining(["loadout"]),
  });
  expect((await request.get(`/b/${SLUG}/export/pdf`)).status()).toBe(400);
  const code = (await firstLine(request, "link")).split("code=")[1] ?? "";
  expect(await (await request.get(`/build/export/chat-link?code=${code}`)).text()).toMatch(/^\[&DQ/);
});
