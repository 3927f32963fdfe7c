import { dirname } from "node:path";
import { PROGRAMS, runStep } from "./testing/run-step.ts";

/** `npm run check`: types, formatting and lint, import rules. All run, also after one has failed. */
const root = dirname(import.meta.dirname);
const steps = [
  // The types of routes are made from the folders in app/.
  () => runStep(root, PROGRAMS.next, ["typegen"]) && runStep(root, PROGRAMS.tsc, ["--noEmit"]),
  () => runStep(root, PROGRAMS.biome, ["check", "--error-on-warnings"]),
  () => runStep(root, PROGRAMS.vitest, ["run", "--project", "unit", "lib/architecture"]),
];
const results = steps.map((step) => step());
if (results.includes(false)) process.exitCode = 1;
