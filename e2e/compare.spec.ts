import { expect, test } from "@playwright/test";
import { AccountPages, newAccount } from "./pages/account-pages.ts";
import { BuildPages } from "./pages/build-pages.ts";
import { ComparePage } from "./pages/compare-page.ts";
import { LibraryPages } from "./pages/library-pages.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const LUMINARY = "Example: Power Luminary SP/GS";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("builds are added from the library, by name and by link, and compared under other assumptions", async ({
    page,
  }) => {
    const compare = new ComparePage(page);
    await page.goto("/library?q=power+luminary");
    await expect(new LibraryPages(page).found.first()).toContainText(LUMINARY);
    await page.getByRole("link", { name: `Compare ${LUMINARY}` }).click();
    await expect(compare.builds).toHaveCount(1);
    await expect(page.getByText("Add a second build")).toBeVisible();

    await compare.addBuild("condi evokr p/d");
    await compare.choose("Example: Condi Evoker P/D");
    await expect(compare.builds).toHaveCount(2);
    await expect(page.getByText("Damage is that of measured rotations, for all builds.")).toBeVisible();
    const [luminary = "", evoker = ""] = await compare.figures("Damage per second", "All damage");
    expect(luminary).toContain("best");
    await expect(page.getByRole("img", { name: /^Damage per second: A [\d,]+ \(best\), B / })).toBeVisible();

    await compare.option("Boons", "No boons").click();
    const alone = await compare.figures("Damage per second", "All damage");
    expect(toNumber(alone[0])).toBeLessThan(toNumber(luminary));
    expect(toNumber(alone[1])).toBeLessThan(toNumber(evoker));

    await compare.addBuild(FIREBRAND);
    await expect(compare.builds).toHaveCount(3);
    await expect(page.getByText("because not all of them have a measured rotation")).toBeVisible();
    await expect(page.getByRole("table", { name: "In what the loadouts differ" })).toContainText("Helm");

    await page.getByRole("link", { name: `Take ${LUMINARY} out` }).click();
    await expect(compare.builds).toHaveCount(2);
    await expect(compare.option("Boons", "No boons")).toHaveAttribute("aria-current", "true");
  });
});

test("single boons are changed, and the address keeps what is not as usual", async ({ page }) => {
  const compare = new ComparePage(page);
  await page.goto("/compare?b=example-luminary-power&b=example-evoker-condi-pd");
  await page.getByText("Change single boons and the enemy").click();
  await page.getByLabel("Might, average stacks").fill("3");
  await page.getByRole("button", { name: "Compare under these" }).click();
  await expect(page).toHaveURL(/\/compare\?b=example-luminary-power&b=example-evoker-condi-pd&might=3$/);
  await expect(page.getByText("3 Might")).toBeVisible();
  await compare.option("Game mode", "WvW").click();
  await expect(page).toHaveURL(/mode=wvw&might=3$/);
});

test("a private build is there for its owner and for nobody else", async ({ page, browser }) => {
  await page.goto("/sign-in");
  await new AccountPages(page).signUp(newAccount());
  await expect(page).toHaveURL(/\/builds$/);
  const builds = new BuildPages(page);
  await builds.paste(FIREBRAND);
  await builds.nameField.fill("Secret mantras");
  await builds.visibility("Private").check();
  await builds.save.click();
  await expect(builds.heading).toHaveText("Secret mantras");
  const slug = new URL(page.url()).pathname.split("/").at(-1);
  const address = `/compare?b=example-luminary-power&b=${slug}&b=never-was-there`;
  await page.goto(address);
  await expect(new ComparePage(page).builds).toHaveCount(2);
  await expect(page.getByText("Build 3 of 3 cannot be shown")).toBeVisible();

  const stranger = await browser.newContext();
  const strangerPage = await stranger.newPage();
  await strangerPage.goto(address);
  await expect(new ComparePage(strangerPage).builds).toHaveCount(1);
  await expect(strangerPage.getByText("Build 2 of 3 cannot be shown")).toBeVisible();
  await expect(strangerPage.getByText("Build 3 of 3 cannot be shown")).toBeVisible();
  await expect(strangerPage.getByText("Secret mantras")).toHaveCount(0);
  await stranger.close();
});

function toNumber(text: string | undefined): number {
  return Number((text ?? "").replaceAll(/[^\d.]/g, ""));
}
