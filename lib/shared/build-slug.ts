import { z } from "zod";

const error = "Give the address of a build, such as /b/heal-firebrand-x2k9.";

/** Last part of a build's public address. */
export const buildSlugSchema = z.string({ error }).regex(/^[\w-]{1,100}$/, error);
