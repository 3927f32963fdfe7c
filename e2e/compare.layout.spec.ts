import { test } from "@playwright/test";
import { expectWellFormed } from "./pages/well-formed.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const address = (builds: readonly string[], rest: Record<string, string> = {}) =>
  `/compare?${new URLSearchParams([...builds.map((build) => ["b", build]), ...Object.entries(rest)])}`;

const PAGES = {
  "an empty comparison": "/compare",
  "a single build": address(["example-luminary-power"]),
  "four builds, one of them a link": address(
    ["example-luminary-power", "example-evoker-condi-pd", "example-firebrand-condi-quickness-axe", FIREBRAND],
    { mode: "wvw", might: "12" },
  ),
  "a comparison in PvP": address(["example-luminary-power", "example-evoker-condi-pd"], { mode: "pvp" }),
  "a build that cannot be shown": address(["example-luminary-power", "never-was-there"], {
    add: "firebrnad",
  }),
  "a search for a build without hits": address(["example-luminary-power"], { add: "zzzzzz" }),
  "a refused comparison": address(["example-luminary-power"], { might: "99" }),
} as const;

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} is accessible and fits the screen`, async ({ page }) => {
    await page.goto(path);
    await expectWellFormed(page);
  });
}
