"use client";

import { memo } from "react";
import { mendAll, mendFinding } from "#lib/builds/editor/mend.ts";
import type { Finding } from "#lib/engine/legality/finding.ts";
import { SMALL_BUTTON } from "./panel.tsx";
import type { EditLoadout } from "./use-editor.client.ts";

/** What the game does not allow, and what is unusual, each with what to do about it. */
export const FindingsPanel = memo(function FindingsPanel({
  findings,
  edit,
}: {
  findings: readonly Finding[];
  edit: EditLoadout;
}) {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (findings.length === 0)
    return <p className="text-sm text-good">Everything here is allowed in the game.</p>;
  return (
    <div className="flex flex-col gap-3">
      {errors.length > 1 && (
        <div>
          <button type="button" className={SMALL_BUTTON} onClick={() => edit(mendAll)}>
            {`Mend all ${errors.length}`}
          </button>
        </div>
      )}
      <ul className="flex flex-col gap-2.5">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.slot}`} className="text-sm">
            <p className={finding.severity === "error" ? "text-bad" : "text-warn"}>{finding.message}</p>
            <p className="text-ink-soft">{finding.mend}</p>
            {finding.severity === "error" && (
              <button
                type="button"
                className={`${SMALL_BUTTON} mt-1`}
                aria-label={`Mend: ${finding.message}`}
                onClick={() => edit((loadout, options) => mendFinding(loadout, options, finding))}
              >
                Mend
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
});
