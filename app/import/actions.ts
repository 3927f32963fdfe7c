"use server";

import { action } from "#app/actor-action.ts";
import type { ImportState } from "#components/exchange/import-state.ts";
import { importSchema, pastedSchema } from "#lib/builds/exchange/schema.ts";
import { importBuilds, previewImport } from "#lib/builds/exchange/service.ts";

const runPreview = action(
  pastedSchema,
  async ({ actor, input }) => ({
    ...input,
    preview: await previewImport(actor, input),
    saved: null,
    refused: null,
  }),
  { rateLimit: "decode" },
);

const runImport = action(importSchema, ({ actor, input }) => importBuilds(actor, input), {
  rateLimit: "importBuilds",
});

/**
 * Reads a pasted text; where the form says so, saves the chosen builds as private builds. The text is read anew each time,
 * so nothing is believed that a browser sends back.
 */
export async function importAction(_state: ImportState, form: FormData): Promise<ImportState> {
  const saved = form.get("intent") === "save" ? await runImport(null, form) : null;
  const read = await runPreview(null, form);
  if (!read?.ok || !saved) return read;
  if (saved.ok) return { ok: true, value: { ...read.value, saved: saved.value } };
  const refused = {
    message: saved.error.message,
    names: form.getAll("names").map(String),
    take: form.getAll("take").map(Number),
  };
  return { ok: true, value: { ...read.value, refused } };
}
