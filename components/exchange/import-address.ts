/** Longer texts do not fit into an address; they wait in the tab (see kept-paste.ts). */
const LONGEST_IN_ADDRESS = 1500;

/** Where a pasted text is read; the tab keeps it (`keepPasted`) in case it is too long for the address. */
export function importAddress(text: string, mode?: string): string {
  return text.length > LONGEST_IN_ADDRESS
    ? "/import?kept=1"
    : `/import?${new URLSearchParams(mode === undefined ? { text } : { text, mode })}`;
}
