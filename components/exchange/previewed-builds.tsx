import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { FoundBuild } from "./found-build.tsx";
import { importAddress } from "./import-address.ts";
import type { ReadPaste } from "./import-state.ts";
import { sendForm } from "./send-form.ts";

/** The builds of a text, each with a name and a box to choose it by, and the button that saves the chosen ones. */
export function PreviewedBuilds({
  read: { text, mode, preview, refused },
  isSignedIn,
  action,
  pending,
}: {
  read: ReadPaste;
  isSignedIn: boolean;
  action: (form: FormData) => void;
  pending: boolean;
}) {
  const { builds } = preview;
  return (
    <form action={action} onSubmit={sendForm(action)} aria-labelledby="found">
      <h2 id="found" className="mb-2 text-xl">
        {builds.length === 1 ? "One build" : `${builds.length} builds`}
      </h2>
      {refused && (
        <Notice tone="bad" alert className="mb-3">
          {refused.message}
        </Notice>
      )}
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="mode" value={mode} />
      <ul className="flex flex-col gap-3">
        {[...builds.entries()].map(([nth, build]) => (
          <FoundBuild
            key={build.position}
            build={build}
            name={refused?.names[nth] ?? build.name}
            isChosen={refused?.take.includes(build.position) ?? true}
            mayChoose={isSignedIn}
          />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {isSignedIn ? (
          <Button type="submit" tone="primary" disabled={pending}>
            {pending ? "Saving…" : "Save the chosen as private builds"}
          </Button>
        ) : (
          <>
            <ButtonLink
              href={`/sign-in?next=${encodeURIComponent(importAddress(text, mode))}`}
              tone="primary"
            >
              Sign in to save
            </ButtonLink>
            <p className="text-sm text-ink-faint">What you pasted is kept in this tab.</p>
          </>
        )}
      </div>
    </form>
  );
}
