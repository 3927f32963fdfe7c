import { z } from "zod";
import { GAME_MODES } from "#lib/shared/game.ts";

/** Ten thousand lines of chat; more than any clipboard of builds. */
export const MOST_PASTED = 200_000;
/** Builds taken from one text. */
export const MOST_IMPORTED = 50;

export const pastedSchema = z.object({
  text: z
    .string({ error: "Paste something that holds a build." })
    .max(MOST_PASTED, { error: `Paste at most ${MOST_PASTED} characters at once.` })
    .refine((text) => text.trim() !== "", { error: "Paste something that holds a build." }),
  /** Mode of builds whose source states none. */
  mode: z.enum(GAME_MODES, { error: "Choose PvE, WvW or PvP." }).default("pve"),
});

export type PastedInput = z.infer<typeof pastedSchema>;

const single = (value: unknown) => (value === undefined ? [] : [value].flat());

/** A paste and which of its builds are to be saved: `take` holds positions, `names` what they shall be called, in the order of the preview. */
export const importSchema = pastedSchema.extend({
  take: z.preprocess(
    single,
    z
      .array(z.coerce.number().int().min(0).max(10_000), { error: "Choose which builds to save." })
      .min(1, "Choose at least one build to save.")
      .max(MOST_IMPORTED, `Save at most ${MOST_IMPORTED} builds at once.`),
  ),
  names: z.preprocess(single, z.array(z.string().trim().max(80, "A build name has at most 80 characters."))),
});

export type ImportInput = z.infer<typeof importSchema>;
