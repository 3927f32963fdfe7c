/**
 * Tries the properties of chat links on many cases.
 *
 *   npm run property:links -- [--cases 10000000] [--seed 1]
 */
import { LINK_PROPERTIES } from "#lib/catalog/chat-links/fixtures/properties.ts";
import { tryProperties } from "#scripts/testing/try-properties.ts";

const share = 100 / LINK_PROPERTIES.length;
const properties = LINK_PROPERTIES.map((property) => ({ ...property, share }));

tryProperties("property:links", properties, 50_000);
