"use server";

import { action } from "#app/actor-action.ts";
import type { SaveAnswer } from "#components/editor/save-answer.ts";
import { saveChangeSchema, saveNewSchema } from "#lib/builds/editor/save-schema.ts";
import { saveChange, saveNew } from "#lib/builds/editor/service.ts";

/** A visitor, or somebody whose session has ended, is sent through sign-up by the page, which keeps the draft. */
const SIGN_IN = { kind: "sign-in" } as const;

const runNew = action(
  saveNewSchema,
  async ({ actor, input }) => {
    if (actor.kind === "visitor") return SIGN_IN;
    const { slug } = await saveNew(actor, input);
    return { kind: "saved", slug, revision: 1 } as const;
  },
  { rateLimit: "saveBuild" },
);

const runChange = action(
  saveChangeSchema,
  async ({ actor, input }) => (actor.kind === "visitor" ? SIGN_IN : saveChange(actor, input)),
  { rateLimit: "saveBuild" },
);

/** Saves a build made in the editor. */
export async function saveNewAction(form: FormData): Promise<SaveAnswer | null> {
  return runNew(null, form);
}

/** Saves a changed build; where it was changed elsewhere meanwhile, nothing is saved and the answer tells what is otherwise. */
export async function saveChangeAction(form: FormData): Promise<SaveAnswer | null> {
  return runChange(null, form);
}
