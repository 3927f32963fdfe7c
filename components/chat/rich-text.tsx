import { type Block, parseRichText, type Span } from "#lib/chat/rich-text.ts";

/** A model's answer as elements of ours; none of its text is ever taken for markup by the browser. */
export function RichText({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-3 leading-relaxed wrap-anywhere">
      {parseRichText(text).map((block) => (
        <RichBlock key={block.at} block={block} />
      ))}
    </div>
  );
}

function RichBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return <p className="whitespace-pre-line">{spans(block.spans)}</p>;
    case "heading":
      return <p className="font-medium text-ink">{spans(block.spans)}</p>;
    case "code":
      return <pre className="overflow-x-auto rounded-lg bg-ground p-3 text-sm">{block.text}</pre>;
    case "list":
      return <RichList block={block} />;
  }
}

function RichList({ block }: { block: Extract<Block, { kind: "list" }> }) {
  const items = block.items.map((item) => <li key={item.at}>{spans(item.spans)}</li>);
  return block.ordered ? (
    <ol start={block.start} className="list-decimal space-y-1 pl-6 marker:text-ink-faint">
      {items}
    </ol>
  ) : (
    <ul className="list-disc space-y-1 pl-6 marker:text-ink-faint">{items}</ul>
  );
}

function spans(list: readonly Span[]) {
  return list.map(({ at, kind, text }) => {
    if (kind === "bold") return <strong key={at}>{text}</strong>;
    if (kind === "code")
      return (
        <code key={at} className="rounded bg-ground px-1 text-[0.9em]">
          {text}
        </code>
      );
    return text;
  });
}
