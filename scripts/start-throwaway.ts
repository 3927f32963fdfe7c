import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, root } from "./launcher/launch.ts";
import { productionApp } from "./launcher/next-app.ts";

/** The production app on a new data folder that is removed when it stops: for the end-to-end tests. */
const dataDir = mkdtempSync(join(tmpdir(), "gw2optimizer-"));
process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));
await launch(productionApp(root), { dataDir });
