"use server";

import { action } from "#app/actor-action.ts";
import type { PreviewState, SaveState } from "#components/exchange/import-state.ts";
import { importSchema, pastedSchema } from "#lib/builds/exchange/schema.ts";
import { importBuilds, previewImport } from "#lib/builds/exchange/service.ts";
import type { ActionState } from "#lib/platform/http/action.ts";

const runPreview = action(
  pastedSchema,
  async ({ actor, input }) => ({ ...input, preview: await previewImport(actor, input) }),
  { rateLimit: "decode" },
);

const runImport = action(importSchema, ({ actor, input }) => importBuilds(actor, input), {
  rateLimit: "importBuilds",
});

/** Reads a pasted text; nothing is saved. */
export async function previewImportAction(state: PreviewState, form: FormData): Promise<PreviewState> {
  return runPreview(state as ActionState<never>, form);
}

/** Saves the chosen builds of a pasted text as private builds. */
export async function importBuildsAction(state: SaveState, form: FormData): Promise<SaveState> {
  return runImport(state as ActionState<never>, form);
}
