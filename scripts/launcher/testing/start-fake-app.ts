import { join } from "node:path";
import { launch } from "../launch.ts";

/** The real launcher around the fake web server; arguments go to that. */
await launch({
  nodeEnv: "production",
  prepareScript: join(import.meta.dirname, "fake-prepare.ts"),
  build: async () => undefined,
  server: join(import.meta.dirname, "fake-web.ts"),
  serverArguments: () => process.argv.slice(2),
  isReady: (status) => status === 200,
  startIsShown: true,
});
