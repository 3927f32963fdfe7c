import type { Profession } from "#lib/shared/game.ts";
import { type EditorOptions, type EditorParcel, editorOptions } from "../options.ts";
import { editorParcel } from "../parcel.ts";

const made = new Map<Profession, EditorOptions>();

/** Options of a profession as a browser gets them. */
export function optionsOf(profession: Profession): EditorOptions {
  const sent = () => JSON.parse(JSON.stringify(editorParcel(profession))) as EditorParcel;
  const options = made.get(profession) ?? editorOptions(sent());
  made.set(profession, options);
  return options;
}

/** An id by the name that players know it by; throws where there is none. */
export function idOf<Id>(all: readonly { readonly id: Id; readonly name: string }[], name: string): Id {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`The game data has no ${name}.`);
  return found.id;
}
