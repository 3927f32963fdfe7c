import { preload } from "react-dom";
import { Editor } from "#components/editor/editor.client.tsx";
import type { EditorStart } from "#components/editor/editor-start.ts";
import { optionsAddress } from "#components/editor/options-address.ts";
import { saveChangeAction, saveNewAction } from "./actions.ts";

/** The editor with its server actions; the browser fetches what can be chosen while the page's script arrives. */
export function EditorView({ start }: { start: EditorStart }) {
  if (start.loadout)
    preload(optionsAddress(start.loadout.profession), { as: "fetch", crossOrigin: "anonymous" });
  return (
    <>
      <noscript>
        <p className="mb-4 rounded-lg border border-warn/40 bg-warn/8 px-4 py-3 text-sm">
          The editor needs JavaScript. Builds can be read without it.
        </p>
      </noscript>
      <Editor
        key={start.subject}
        start={start}
        actions={{ saveNew: saveNewAction, saveChange: saveChangeAction }}
      />
    </>
  );
}
