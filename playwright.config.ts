import { defineConfig, devices } from "@playwright/test";
import { env } from "./lib/platform/env.ts";
import { freePort } from "./scripts/launcher/ports.ts";
import { installedChromium } from "./scripts/testing/chromium.ts";

/** Chosen once; Playwright's workers load this file again and inherit the choice. */
process.env.E2E_WEB_PORT ??= String(await freePort());
process.env.E2E_OLLAMA_PORT ??= String(await freePort());
const { E2E_WEB_PORT, E2E_OLLAMA_PORT } = process.env;

const SPEED = /.*\.speed\.spec\.ts/;
const BUILD_AND_START_MS = 300_000;
const node = JSON.stringify(process.execPath);
const browserArguments = [
  // Chromium's sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  // No journey depends on what the network gives, nor waits for it: pictures of the game are missing everywhere alike.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/playwright",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // For what hangs; how fast something is, is measured by the speed project and the benches.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${E2E_WEB_PORT}`,
    // Recording costs every journey a third more; ask for it where one is looked into: npx playwright test --trace on
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: installedChromium(env()), args: browserArguments },
  },
  projects: [
    {
      name: "desktop",
      testIgnore: SPEED,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      testMatch: /.*\.phone\.spec\.ts|.*\.layout\.spec\.ts/,
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 } },
    },
    // What players feel, when the machine has nothing else to do.
    {
      name: "speed",
      testMatch: SPEED,
      fullyParallel: false,
      // One file after the other: two at once would measure each other.
      workers: 1,
      dependencies: ["desktop", "phone"],
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
  ],
  webServer: [
    {
      name: "ollama stand-in",
      command: `${node} e2e/ollama-standin.ts --port ${E2E_OLLAMA_PORT}`,
      url: `http://127.0.0.1:${E2E_OLLAMA_PORT}/api/version`,
      gracefulShutdown: { signal: "SIGTERM", timeout: 2_000 },
    },
    {
      name: "app",
      command: `${node} scripts/run.mjs start-throwaway`,
      url: `http://127.0.0.1:${E2E_WEB_PORT}/api/health`,
      timeout: BUILD_AND_START_MS,
      gracefulShutdown: { signal: "SIGTERM", timeout: 6_000 },
      env: {
        PORT: E2E_WEB_PORT,
        PUBLIC_URL: `http://localhost:${E2E_WEB_PORT}`,
        OLLAMA_BASE_URL: `http://127.0.0.1:${E2E_OLLAMA_PORT}`,
        // Own services of whoever runs the tests stay out of them.
        DATABASE_URL: "",
        REDIS_URL: "",
        npm_lifecycle_event: "",
        // Every test comes from one address, of which a few accounts an hour may be made: they name another.
        TRUSTED_PROXIES: "1",
      },
    },
  ],
});
