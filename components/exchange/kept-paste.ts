const KEY = "gw2.import";

/** What was pasted in this tab and not saved yet; empty where the browser keeps nothing. */
export function keptPaste(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

export function keepPasted(text: string): void {
  try {
    if (text) sessionStorage.setItem(KEY, text);
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage the page still works; only leaving it loses the text.
  }
}
