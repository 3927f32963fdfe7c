import { z } from "zod";
import { VISIBILITIES } from "#lib/shared/game.ts";
import { buildDetailsSchema, NO_DETAILS } from "../details/schema.ts";
import { type Loadout, loadoutSchema } from "../loadout.ts";
import { baseSchema, type EditBase } from "./save-schema.ts";

/** What is typed in the editor beside the loadout; as typed, good or not. */
const formSchema = z.object({
  name: z.string().max(1000),
  visibility: z.enum(VISIBILITIES),
  note: z.string().max(10_000),
  /** Checked when it is saved: what was typed comes back whatever it is. */
  details: z.record(z.string(), z.unknown()),
});

const draftSchema = z.object({
  version: z.literal(1),
  /** Milliseconds since the epoch. */
  savedAt: z.number(),
  loadout: loadoutSchema,
  form: formSchema,
  /** State of the build that it was made from; null for a new build. */
  base: baseSchema.nullable(),
});

export interface DraftForm {
  readonly name: string;
  readonly visibility: (typeof VISIBILITIES)[number];
  /** What the author says of this change. */
  readonly note: string;
  readonly details: typeof NO_DETAILS;
}

/** Unsaved work of one tab. */
export interface Draft {
  readonly savedAt: number;
  readonly loadout: Loadout;
  readonly form: DraftForm;
  readonly base: EditBase | null;
}

/** The part of the browser's storage that drafts need. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** A draft and the tab that wrote it. */
export interface FoundDraft {
  readonly tab: string;
  readonly draft: Draft;
}

const PREFIX = "gw2.draft";
/** Drafts of one subject that a browser keeps; the oldest of others go first. */
const MOST_KEPT = 12;

export const EMPTY_FORM: DraftForm = { name: "", visibility: "private", note: "", details: NO_DETAILS };

/** Keeps a draft. False where the browser refuses to store anything. */
export function writeDraft(storage: DraftStorage, subject: string, tab: string, draft: Draft): boolean {
  const text = JSON.stringify({ version: 1, ...draft });
  const key = keyOf(subject, tab);
  if (wasStored(storage, key, text)) return true;
  for (const old of keysByAge(storage)) {
    if (old === key) continue;
    storage.removeItem(old);
    if (wasStored(storage, key, text)) return true;
  }
  return false;
}

export function removeDraft(storage: DraftStorage, subject: string, tab: string): void {
  storage.removeItem(keyOf(subject, tab));
}

/** Drafts of a subject, newest first; what another version of the app wrote and this one cannot read stays untouched. */
export function findDrafts(storage: DraftStorage, subject: string): FoundDraft[] {
  const beginning = keyOf(subject, "");
  const found = keysOf(storage)
    .filter((key) => key.startsWith(beginning))
    .flatMap((key) => {
      const draft = readDraft(storage.getItem(key));
      return draft ? [{ tab: key.slice(beginning.length), draft }] : [];
    })
    .toSorted((a, b) => b.draft.savedAt - a.draft.savedAt);
  for (const { tab } of found.slice(MOST_KEPT)) removeDraft(storage, subject, tab);
  return found.slice(0, MOST_KEPT);
}

function readDraft(text: string | null): Draft | null {
  const parsed = draftSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const { savedAt, loadout, form, base } = parsed.data;
  return { savedAt, loadout, base, form: { ...form, details: detailsOf(form.details) } };
}

/** Fields of the right type as they were typed; checks of their content belong to saving. */
function detailsOf(typed: Readonly<Record<string, unknown>>): DraftForm["details"] {
  const parsed = buildDetailsSchema.safeParse(typed);
  if (parsed.success) return parsed.data;
  const same = Object.entries(NO_DETAILS).map(([field, empty]) => {
    const value = typed[field];
    const fits = Array.isArray(empty) ? isTexts(value) : value === null || typeof value === "string";
    return [field, fits ? (value ?? empty) : empty];
  });
  return Object.fromEntries(same) as DraftForm["details"];
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function wasStored(storage: DraftStorage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function keysOf(storage: DraftStorage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((key) =>
    key.startsWith(`${PREFIX} `),
  );
}

function keysByAge(storage: DraftStorage): string[] {
  const age = (key: string) => readDraft(storage.getItem(key))?.savedAt ?? 0;
  return keysOf(storage).toSorted((a, b) => age(a) - age(b));
}

function keyOf(subject: string, tab: string): string {
  return `${PREFIX} ${subject} ${tab}`;
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
