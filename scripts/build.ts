import { dirname } from "node:path";
import { loadDotEnv } from "#lib/platform/env.ts";
import { build, buildNow } from "./launcher/production-build.ts";
import { StartProblem } from "./launcher/start-problem.ts";

/** `npm run build`: the production build, whether or not there is a current one. */
const root = dirname(import.meta.dirname);
process.chdir(root);
loadDotEnv(root);
try {
  await buildNow(root, () => build(root, "shown"));
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
