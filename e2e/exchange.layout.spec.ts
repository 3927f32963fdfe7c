import { test } from "@playwright/test";
import { expectWellFormed } from "./pages/well-formed.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const MIXED = `Heal FB: ${FIREBRAND}\n/b/example-luminary-power\nhttps://snowcrows.com/builds\n[&DQENPi47]`;

const PAGES = {
  "the empty paste box": "/import",
  "builds that were found beside what could not be read": `/import?${new URLSearchParams({ text: MIXED })}`,
  "a text without builds": "/import?text=hello+there",
  "a build on paper": "/b/example-luminary-power/print",
} as const;

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} is accessible and fits the screen`, async ({ page }) => {
    await page.goto(path);
    await expectWellFormed(page);
  });
}
