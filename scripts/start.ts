import { launch, root } from "./launcher/launch.ts";
import { productionApp } from "./launcher/next-app.ts";

await launch(productionApp(root));
