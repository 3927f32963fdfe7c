"use client";

import { useActionState } from "react";
import { CopyLinkButton } from "#components/builds/copy-link-button.client.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { type FormAction, formError } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { GearResult } from "#lib/gear/gear-result.ts";
import { gearToApply } from "#lib/gear/gear-to-apply.ts";
import { resultText, wholeNumber, wornLines } from "#lib/gear/result-view.ts";
import type { GearKit, GearSettings, GearSubject } from "#lib/gear/schema.ts";

/** One result piece by piece, beside what is worn now or beside the best result, and what can be done with it. */
export function ResultDetails({
  kit,
  settings,
  subject,
  result,
  best,
  rank,
  isPinned,
  isOwnBuild,
  onPin,
  apply,
}: {
  kit: GearKit;
  settings: GearSettings;
  subject: GearSubject;
  result: GearResult;
  best: GearResult;
  rank: string;
  isPinned: boolean;
  isOwnBuild: boolean;
  onPin: () => void;
  apply: FormAction;
}) {
  const before = kit.current ?? (best.key === result.key ? null : best);
  const lines = wornLines(kit, result.hands, result, before);
  const address = typeof window === "undefined" ? "" : window.location.href;
  return (
    <Card className="sm:p-6">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">
          Result {rank}
          <span className="ml-3 text-base text-ink-soft tabular-nums">
            {wholeNumber(result.measures.Damage)} damage
          </span>
        </h2>
        <div className="flex flex-wrap gap-2">
          <Button onClick={onPin} aria-pressed={isPinned}>
            {isPinned ? "Pinned" : "Pin to compare"}
          </Button>
          <CopyLinkButton
            key={result.key}
            text={resultText(kit, result.hands, result, address)}
            label="Copy as text"
          />
          <CopyLinkButton text={address} label="Copy link to this search" />
        </div>
      </div>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">What goes into every slot</caption>
          <thead>
            <tr className="text-left text-ink-faint">
              <th scope="col" className="py-1.5 pr-3 font-normal">
                Slot
              </th>
              <th scope="col" className="py-1.5 pr-3 font-normal">
                Result
              </th>
              {before && (
                <th scope="col" className="py-1.5 font-normal">
                  {kit.current ? "Worn now" : "Best result"}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className="border-t border-line/60">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal text-ink-soft">
                  {line.slot}
                </th>
                <td className={classNames("py-1.5 pr-3", line.isChanged && "text-accent")}>
                  {line.isChanged && <span className="sr-only">changed: </span>}
                  {line.result}
                </td>
                {before && <td className="py-1.5 text-ink-faint">{line.before ?? "not compared"}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ApplyForm
        action={apply}
        subject={subject}
        gear={gearToApply(kit, settings, result)}
        label={isOwnBuild ? "Apply to this build" : "Open as a build"}
        note={
          isOwnBuild
            ? "The stat sets and extras of your saved build change; weapons of the other set stay as they are."
            : "A copy with this gear, which you can save and share."
        }
      />
    </Card>
  );
}

function ApplyForm({
  action,
  subject,
  gear,
  label,
  note,
}: {
  action: FormAction;
  subject: GearSubject;
  gear: unknown;
  label: string;
  note: string;
}) {
  const [state, submit, isPending] = useActionState(action, null);
  const error = formError(state, []);
  return (
    <form action={submit} className="mt-5 flex flex-wrap items-center gap-3 border-t border-line pt-4">
      <input type="hidden" name="subject" value={JSON.stringify(subject)} />
      <input type="hidden" name="gear" value={JSON.stringify(gear)} />
      <Button type="submit" tone="primary" disabled={isPending}>
        {isPending ? "Applying…" : label}
      </Button>
      <p className="text-sm text-ink-faint">{note}</p>
      {error && (
        <Notice tone="bad" alert className="w-full">
          {error}
        </Notice>
      )}
    </form>
  );
}
