import { z } from "zod";
import { type BuildDetails, buildDetailsSchema, NO_DETAILS } from "../details/schema.ts";
import { type Loadout, loadoutSchema } from "../loadout.ts";
import { buildNameSchema } from "../schema.ts";

/** Says of a file that it is one of these. */
export const BUILD_FORMAT = "gw2optimizer-build";
/** A change of shape adds a version, and reading goes on knowing all of them. */
export const BUILD_FORMAT_VERSION = 1;

const text = (most: number) => z.string().max(most);

/** A build as a file. What stands under `chatLink`, `source` and `names` is for readers; reading a build does without. */
export const buildDocumentSchema = z
  .strictObject({
    $schema: text(300).optional().meta({ description: "Address of this schema." }),
    format: z.literal(BUILD_FORMAT),
    version: z.literal(BUILD_FORMAT_VERSION),
    name: buildNameSchema.meta({ description: "Name of the build." }),
    loadout: loadoutSchema.meta({ description: "What is worn and slotted, by ids of the official API." }),
    details: buildDetailsSchema.prefault({}).meta({ description: "What the author says of the build." }),
    chatLink: text(1000).nullable().default(null).meta({ description: "Build template link of the game." }),
    source: z
      .strictObject({
        url: text(300).nullable().default(null),
        author: text(200).nullable().default(null),
        exportedAt: text(40).optional(),
      })
      .optional()
      .meta({ description: "Where the file comes from." }),
    names: z
      .record(z.string().max(40), text(200))
      .optional()
      .meta({ description: "Names by kind and id, such as `trait:633`, of what the loadout refers to." }),
  })
  .meta({ title: "GW2Optimizer build", description: "One Guild Wars 2 build." });

export type BuildDocument = z.infer<typeof buildDocumentSchema>;

/** A build without its place in anybody's library. */
export interface PlainBuild {
  readonly name: string;
  readonly loadout: Loadout;
  readonly details: BuildDetails;
}

export { NO_DETAILS };

let jsonSchema: unknown;

/** The schema of files of the present version as JSON Schema (draft 2020-12), for what may be written. */
export function buildJsonSchema(): unknown {
  jsonSchema ??= z.toJSONSchema(buildDocumentSchema, { io: "input", target: "draft-2020-12" });
  return jsonSchema;
}
