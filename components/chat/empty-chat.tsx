import type { AttachedBuildView } from "#lib/chat/view.ts";

const ABOUT_A_BUILD = [
  "What does this build do, in three sentences?",
  "Which of its skills give boons, and for how long?",
  "Explain the chosen traits one by one.",
] as const;

const IN_GENERAL = [
  "What is the difference between a boon and a condition?",
  "How do combo fields and finishers work?",
  "What does a support player do in a group?",
] as const;

/** What a chat can do, before the first message. */
export function EmptyChat({
  build,
  onPick,
}: {
  build: AttachedBuildView | null;
  onPick: (question: string) => void;
}) {
  return (
    <div className="flex flex-col gap-4 py-4 sm:py-8">
      <h1 className="text-2xl sm:text-3xl">
        {build ? `Ask about ${build.name}` : "Ask about a build or the game"}
      </h1>
      <p className="max-w-prose text-ink-soft">
        {build
          ? "Its traits, skills and their figures go to the model with every question, and no other figures may be used."
          : "Paste the address of a build page (/b/…) and the model gets its traits, skills and figures. Without one it answers from memory, which can be wrong, and is told to name no figures."}
      </p>
      <ul className="flex flex-col items-start gap-2">
        {(build ? ABOUT_A_BUILD : IN_GENERAL).map((question) => (
          <li key={question}>
            <button
              type="button"
              className="rounded-lg border border-line-strong px-3.5 py-2 text-left text-sm text-ink-soft transition-colors hover:border-ink-faint hover:text-ink"
              onClick={() => onPick(question)}
            >
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
