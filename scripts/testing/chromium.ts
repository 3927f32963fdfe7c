import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Env } from "#lib/platform/env.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

/** The browser of the end-to-end tests: CHROMIUM_PATH, else the first on the PATH, else undefined: Playwright's own. */
export function installedChromium({ chromiumPath, searchPath }: Env): string | undefined {
  if (chromiumPath) return chromiumPath;
  const folders = searchPath.split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
}
