import { CopyLinkButton } from "#components/builds/copy-link-button.client.tsx";
import type { AiFailure } from "#lib/ai/failure.ts";

/** What to do about a failure, with the exact command to copy where there is one. */
export function Remedy({ failure }: { failure: AiFailure }) {
  return (
    <>
      <p>{failure.remedy}</p>
      {failure.command && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <code className="rounded-md border border-line bg-ground px-2.5 py-1.5 text-ink">
            {failure.command}
          </code>
          <CopyLinkButton text={failure.command} label="Copy command" />
        </div>
      )}
    </>
  );
}
