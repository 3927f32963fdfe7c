import { launch, root } from "./launcher/launch.ts";
import { developmentApp } from "./launcher/next-app.ts";

await launch(developmentApp(root));
