import { expect, test } from "@playwright/test";
import { axe } from "./pages/axe.ts";

const PAGES = {
  home: "/",
  "a pasted link": `/build?link=${encodeURIComponent("[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]")}`,
  "a bad link": "/build?link=nonsense",
  "an example build": "/b/example-luminary-power",
  "an elementalist": "/b/example-evoker-condi-pd",
  "the library": "/builds",
  "sign-in": "/sign-in",
  "sign-up": "/sign-up",
  "a missing page": "/b/there-is-nothing-here",
} as const;

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} is accessible, fits the screen and breaks no policy`, async ({ page }) => {
    const violations: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && /Content Security Policy|hydrat/i.test(message.text()))
        violations.push(message.text());
    });
    page.on("response", (response) => {
      if (response.status() >= 400 && response.request().resourceType() !== "document")
        violations.push(response.url());
    });
    await page.goto(path, { waitUntil: "load" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    const { violations: breaches } = await axe(page).analyze();
    expect(breaches.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(violations).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the public page is complete", async ({ page }) => {
    await page.goto("/b/example-luminary-power");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Example: Power Luminary SP/GS");
    await expect(page.getByRole("listitem").getByText("Zealous Blade")).toBeVisible();
    await expect(page.getByRole("button", { name: "Whirling Wrath" })).toBeVisible();
    await page.getByRole("button", { name: "Bane Signet" }).click();
    await expect(page.locator(".fact-card:popover-open").getByText("Recharge")).toBeVisible();
  });
});

test("a public page tells chats and search engines what it is", async ({ page, request }) => {
  await page.goto("/b/example-luminary-power");
  await expect(page).toHaveTitle(/Power Luminary/);
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  const response = await request.get(new URL(image ?? "", page.url()).pathname);
  expect(response.headers()["content-type"]).toBe("image/png");
  expect((await response.body()).subarray(1, 4).toString()).toBe("PNG");
});
