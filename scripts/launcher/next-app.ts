import { join } from "node:path";
import type { Env } from "#lib/platform/env.ts";
import { build, buildForRunning, builtServer } from "./production-build.ts";
import type { Session } from "./session.ts";

/** What the launcher has to know of the web server that it runs. */
export interface App {
  readonly nodeEnv: "production" | "development";
  /** Script that brings the database of DATABASE_URL up to date; what it says on stderr is shown when it fails. */
  readonly prepareScript: string;
  /** Makes what the server needs before it can start; stops with the session. */
  readonly build: (session: Session) => Promise<void>;
  readonly server: string;
  readonly serverArguments: (settings: Env) => readonly string[];
  /** In development a page with the error counts as an answer too. */
  readonly isReady: (healthStatus: number) => boolean;
  /** Whether what the server says before it can answer is worth showing. */
  readonly startIsShown: boolean;
}

/** The production build, made first where it is missing or not of the present sources. */
export function productionApp(root: string): App {
  return {
    nodeEnv: "production",
    prepareScript: prepareScript(root),
    build: async (session) => {
      const held = await buildForRunning(root, async () => {
        console.log("Building the app (once, and after changes; about half a minute) …");
        await build(root, "on failure", (child) => session.onStop(() => child.stop(0)));
      });
      session.onStop(() => held.release());
    },
    server: builtServer(root),
    serverArguments: () => [],
    isReady: (status) => status === 200,
    startIsShown: false,
  };
}

/** The development server with hot reload. */
export function developmentApp(root: string): App {
  return {
    nodeEnv: "development",
    prepareScript: prepareScript(root),
    build: async () => undefined,
    server: join(root, "node_modules", "next", "dist", "bin", "next"),
    serverArguments: ({ host, port }) => ["dev", "--hostname", host, "--port", String(port)],
    isReady: () => true,
    startIsShown: true,
  };
}

function prepareScript(root: string): string {
  return join(root, "scripts", "prepare-database.ts");
}
