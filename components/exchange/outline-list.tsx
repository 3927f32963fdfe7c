import type { OutlineSection } from "#lib/builds/exchange/build-outline.ts";

/** What a build wears and has slotted, by name. */
export function OutlineList({ sections }: { sections: readonly OutlineSection[] }) {
  if (sections.length === 0) return <p className="text-ink-faint">Nothing is chosen yet.</p>;
  return (
    <div className="mt-1 grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {sections.map(({ title, lines }) => (
        <div key={title} className="min-w-0">
          <p className="text-ink-faint">{title}</p>
          <dl>
            {[...lines.entries()].map(([position, { label, parts }]) => (
              <div key={position} className="break-words">
                <dt className="inline text-ink-soft">{label}: </dt>
                <dd className="inline">{parts.join(", ")}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
