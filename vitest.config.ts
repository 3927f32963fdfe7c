import { defineConfig } from "vitest/config";

/**
 * `unit` needs nothing but the code; `integration` meets a throwaway PostgreSQL that its global setup starts; `property`
 * tries hundreds of thousands of random cases, and runs without coverage, which doubles the time of such loops.
 */
export default defineConfig({
  test: {
    // Vitest would leave one processor of two idle.
    maxWorkers: "100%",
    server: { deps: { inline: ["next-auth"] } },
    exclude: ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"],
    coverage: {
      provider: "v8",
      include: ["lib/**/*.ts"],
      exclude: ["**/*.test.ts", "lib/platform/db/test-database.ts", "lib/platform/db/schema/**"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 90 },
    },
    projects: [
      {
        test: {
          name: "unit",
          // For what hangs; how fast something is, is a matter of the benches.
          testTimeout: 60_000,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [
            "**/*.integration.test.{ts,tsx}",
            "**/*.property.test.ts",
            "**/node_modules/**",
            "**/.next/**",
            "**/.data/**",
            "e2e/**",
          ],
        },
      },
      {
        test: {
          name: "property",
          testTimeout: 300_000,
          include: ["**/*.property.test.ts"],
        },
      },
      {
        test: {
          name: "integration",
          include: ["**/*.integration.test.{ts,tsx}"],
          globalSetup: "scripts/testing/integration-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
