import { env } from "#lib/platform/env.ts";
import { root } from "../launch.ts";
import { prepareDatabase } from "../prepare-database.ts";

/** The migrations alone: the tests of the launcher need no example builds. */
await prepareDatabase(env().databaseUrl ?? "", root);
