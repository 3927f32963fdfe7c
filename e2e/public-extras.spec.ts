import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { axe } from "./pages/axe.ts";
import { BuildPages } from "./pages/build-pages.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const SLUG = "example-luminary-power";
const GAME_ICON = /^https:\/\/render\.guildwars2\.com\//;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page of a build is complete: loadout, figures, support, equipment, ways to hand it on", async ({
    page,
  }) => {
    await page.goto(`/b/${SLUG}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Example: Power Luminary SP/GS");
    for (const name of ["Specializations", "Skills", "Weapons", "Equipment", "What it does"]) {
      await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
    }
    await expect(page.getByRole("row", { name: /^Power/ })).toBeVisible();
    await page.getByText("QR code, and this build on another site").click();
    await expect(page.getByRole("img", { name: /^QR code of / })).toBeVisible();
    await expect(page.getByLabel("Code for a web page")).toHaveValue(/^<iframe src="[^"]+\/embed\/b\//);
  });

  test("game icons come with the page", async ({ page }) => {
    const icon = page.waitForRequest(GAME_ICON);
    await page.goto(`/b/${SLUG}`);
    await icon;
  });
});

test("game icons come once the page has been painted", async ({ page }) => {
  const icon = page.waitForRequest(GAME_ICON);
  await page.goto(`/b/${SLUG}`);
  await icon;
  const [painted, asked] = await page.evaluate(() => [
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    Math.min(
      ...performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.startsWith("https://render.guildwars2.com/"))
        .map(({ startTime }) => startTime),
    ),
  ]);
  expect(asked).toBeGreaterThan(painted ?? Number.NaN);
});

test("other sites may frame a build, and nothing else of ours", async ({ page, baseURL }) => {
  const origin = originOf(baseURL);
  // A site of its own, not a faked answer: Chromium lets no faked site reach into the local network.
  const blog = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      `<title>Blog</title><iframe name="build" width="560" height="460" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${origin}/embed/b/${SLUG}"></iframe><iframe name="page" src="${origin}/b/${SLUG}"></iframe>`,
    );
  });
  blog.listen(0, "127.0.0.1");
  await once(blog, "listening");
  const address = blog.address();
  await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
  const frame = page.frameLocator("iframe[name=build]");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Example: Power Luminary SP/GS");
  await expect(frame.getByText("Zealous Blade")).toBeVisible();
  const [opened] = await Promise.all([
    page.waitForEvent("popup"),
    frame.getByRole("link", { name: "Open the whole build" }).click(),
  ]);
  await expect(opened).toHaveURL(`${origin}/b/${SLUG}`);
  await expect(page.frameLocator("iframe[name=page]").getByRole("heading", { level: 1 })).toHaveCount(0);
  blog.close();
});

test("a framed build sets no cookie, loads no script and is accessible in both sizes", async ({
  page,
  request,
}) => {
  const answer = await request.get(`/embed/b/${SLUG}`);
  const headers = answer.headers();
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers["x-frame-options"]).toBeUndefined();
  expect(headers["content-security-policy"]).toContain("frame-ancestors *");
  expect(headers["x-robots-tag"]).toBe("noindex");
  expect(await answer.text()).not.toContain("<script");
  for (const size of [
    { width: 560, height: 460 },
    { width: 320, height: 460 },
  ]) {
    await page.setViewportSize(size);
    for (const path of [`/embed/b/${SLUG}`, "/embed/b/never-was-there"]) {
      await page.goto(path);
      const { violations } = await axe(page).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual(
        [],
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    }
  }
});

test("oEmbed is found in the head of a page, answers with a frame that fits, and refuses by its own codes", async ({
  page,
  request,
  baseURL,
}) => {
  const origin = originOf(baseURL);
  await page.goto(`/b/${SLUG}`);
  const link = page.locator('link[rel="alternate"][type="application/json+oembed"]');
  const answer = await request.get((await link.getAttribute("href")) ?? "");
  expect(await answer.json()).toMatchObject({
    version: "1.0",
    type: "rich",
    title: "Example: Power Luminary SP/GS",
    html: expect.stringContaining(`${origin}/embed/b/${SLUG}`),
  });
  const ask = (params: Record<string, string>) => request.get("/api/oembed", { params });
  const url = `${origin}/b/${SLUG}`;
  const small = await ask({ url, maxwidth: "300", maxheight: "200" });
  expect(await small.json()).toMatchObject({ width: 300, height: 200 });
  expect((await ask({ url: `${origin}/b/never-was-there` })).status()).toBe(404);
  expect((await ask({ url: `https://elsewhere.example/b/${SLUG}` })).status()).toBe(404);
  expect((await ask({ url, format: "xml" })).status()).toBe(501);
  expect((await ask({})).status()).toBe(400);
});

test("search engines learn what a build is, and where all public builds are", async ({
  page,
  request,
  baseURL,
}) => {
  const origin = originOf(baseURL);
  await page.goto(`/b/${SLUG}`);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(data["@graph"][0]).toMatchObject({
    "@type": "CreativeWork",
    name: "Example: Power Luminary SP/GS",
    url: `${origin}/b/${SLUG}`,
  });
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`);
  const index = await (await request.get("/sitemap.xml")).text();
  const lists = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? "");
  const pages = await Promise.all(lists.map(async (address) => (await request.get(address)).text()));
  expect(pages.join("")).toContain(`<loc>${origin}/b/${SLUG}</loc>`);
});

test("an unlisted build is for those who have its address; a private one is for nobody else", async ({
  page,
  playwright,
  baseURL,
}) => {
  const origin = originOf(baseURL);
  await page.goto("/sign-in");
  await new AccountPages(page).signUp(newAccount());
  await expect(page).toHaveURL(/\/builds$/);
  const builds = new BuildPages(page);
  await builds.paste(FIREBRAND);
  await builds.nameField.fill("Quiet mantras");
  await builds.visibility("Unlisted").check();
  await builds.save.click();
  await expect(builds.heading).toHaveText("Quiet mantras");
  const { pathname } = new URL(page.url());
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);

  const stranger = await playwright.request.newContext({ baseURL: origin });
  const sitemap = await (await stranger.get("/sitemaps/first.xml")).text();
  expect(sitemap).not.toContain(pathname);
  const statuses = async () => {
    const paths = [pathname, `/embed${pathname}`, `${pathname}/qr.svg`];
    const answers = await Promise.all([
      ...paths.map((path) => stranger.get(path)),
      stranger.get("/api/oembed", { params: { url: origin + pathname } }),
    ]);
    return answers.map((answer) => answer.status());
  };
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  await builds.visibility("Private").check();
  await builds.save.click();
  await expect(page.getByText("Private", { exact: true }).first()).toBeVisible();
  await expect.poll(statuses).toEqual([404, 404, 404, 404]);
  await stranger.dispose();
});

/** Without a trailing slash. */
function originOf(baseURL: string | undefined): string {
  return new URL(baseURL ?? "").origin;
}
