import { Fragment } from "react";
import { FactCard, opensCard } from "#components/game/fact-card.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { DetailsView } from "#lib/builds/details/details-view.ts";
import type { NoteBlock, NoteSpan, NotesView } from "#lib/builds/details/notes-tree.ts";

const LINK_CLASS = "text-accent underline underline-offset-2";

/** What the author says of a build: role, difficulty, activities, tags, video, notes and rotation. Nothing where nothing is said. */
export function BuildNotes({ details }: { details: DetailsView }) {
  const { notes, rotation } = details;
  if (!isStated(details)) return null;
  return (
    <section aria-labelledby="author-notes" className="mt-8 flex flex-col gap-3">
      <h2 id="author-notes" className="text-xl">
        From the author
      </h2>
      <Facts details={details} />
      {notes && <NotesCard title="Notes" scope="note" view={notes} />}
      {rotation && <NotesCard title="Rotation" scope="rotation" view={rotation} />}
    </section>
  );
}

function isStated({ role, difficulty, activities, tags, video, notes, rotation }: DetailsView): boolean {
  return Boolean(role || difficulty || video || notes || rotation) || activities.length + tags.length > 0;
}

function Facts({ details: { role, difficulty, activities, tags, video } }: { details: DetailsView }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      {(role || difficulty || activities.length > 0) && (
        <ul aria-label="Role, difficulty and activities" className="flex flex-wrap gap-1.5">
          {role && (
            <li>
              <Badge tone="accent">{role}</Badge>
            </li>
          )}
          {difficulty && (
            <li>
              <Badge>{difficulty} to play</Badge>
            </li>
          )}
          {activities.map((activity) => (
            <li key={activity}>
              <Badge>{activity}</Badge>
            </li>
          ))}
        </ul>
      )}
      {tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-x-2.5 gap-y-1">
          {tags.map((tag) => (
            <li key={tag}>
              <a href={`/library?${new URLSearchParams({ tag })}`} className={`${LINK_CLASS} break-all`}>
                #{tag}
              </a>
            </li>
          ))}
        </ul>
      )}
      {video && (
        <a href={video.href} rel="nofollow ugc noopener noreferrer" className={LINK_CLASS}>
          Video on {video.site}
        </a>
      )}
    </div>
  );
}

function NotesCard({ title, scope, view }: { title: string; scope: string; view: NotesView }) {
  return (
    <Card className="max-w-prose min-w-0 leading-relaxed break-words">
      <h3 className="mb-2 text-base text-ink-soft">{title}</h3>
      <Notes view={view} scope={scope} />
    </Card>
  );
}

/** Markdown of an author as elements; `scope` keeps the ids of its cards apart from others on the page. */
export function Notes({ view, scope }: { view: NotesView; scope: string }) {
  return (
    <div className="author-text">
      <Blocks blocks={view.blocks} scope={scope} />
      {view.cards.map(({ key, name, kind, facts, note }, position) => (
        <FactCard key={key} id={cardId(scope, position)} name={name} kind={kind} facts={facts} note={note} />
      ))}
    </div>
  );
}

function Blocks({ blocks, scope }: { blocks: readonly NoteBlock[]; scope: string }) {
  return [...blocks.entries()].map(([position, block]) => (
    <Block key={position} block={block} scope={scope} />
  ));
}

function Block({ block, scope }: { block: NoteBlock; scope: string }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Spans spans={block.spans} scope={scope} />
        </p>
      );
    case "heading":
      // One rank for all: authors begin with any, and ranks must not be skipped.
      return (
        <h4 data-level={block.level}>
          <Spans spans={block.spans} scope={scope} />
        </h4>
      );
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.blocks} scope={scope} />
        </blockquote>
      );
    case "list":
      return <List block={block} scope={scope} />;
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "table":
      return <Table block={block} scope={scope} />;
    case "rule":
      return <hr />;
  }
}

function List({ block, scope }: { block: Extract<NoteBlock, { kind: "list" }>; scope: string }) {
  const items = [...block.items.entries()].map(([position, blocks]) => (
    <li key={position}>
      <ItemBlocks blocks={blocks} scope={scope} />
    </li>
  ));
  return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
}

/** An item of one paragraph stands in its line without one. */
function ItemBlocks({ blocks, scope }: { blocks: readonly NoteBlock[]; scope: string }) {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return <Blocks blocks={blocks} scope={scope} />;
  return (
    <>
      <Spans spans={first.spans} scope={scope} />
      <Blocks blocks={rest} scope={scope} />
    </>
  );
}

function Table({ block, scope }: { block: Extract<NoteBlock, { kind: "table" }>; scope: string }) {
  return (
    <table>
      <thead>
        <tr>
          {[...block.head.entries()].map(([column, spans]) => (
            <th key={column} scope="col">
              <Spans spans={spans} scope={scope} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...block.rows.entries()].map(([row, cells]) => (
          <tr key={row}>
            {[...cells.entries()].map(([column, spans]) => (
              <td key={column}>
                <Spans spans={spans} scope={scope} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Spans({ spans, scope }: { spans: readonly NoteSpan[]; scope: string }) {
  return [...spans.entries()].map(([position, span]) => (
    <Fragment key={position}>
      <Span span={span} scope={scope} />
    </Fragment>
  ));
}

function Span({ span, scope }: { span: NoteSpan; scope: string }) {
  switch (span.kind) {
    case "text":
      return span.text;
    case "code":
      return <code>{span.text}</code>;
    case "break":
      return <br />;
    case "strong":
      return (
        <strong>
          <Spans spans={span.spans} scope={scope} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Spans spans={span.spans} scope={scope} />
        </em>
      );
    case "delete":
      return (
        <del>
          <Spans spans={span.spans} scope={scope} />
        </del>
      );
    case "link":
      return (
        <a href={span.href} rel="nofollow ugc noopener noreferrer" className={LINK_CLASS}>
          <Spans spans={span.spans} scope={scope} />
        </a>
      );
    case "card":
      return (
        <button type="button" {...opensCard(cardId(scope, span.card))} className="name-of-game">
          {span.text}
        </button>
      );
  }
}

function cardId(scope: string, position: number): string {
  return `${scope}-card-${position}`;
}
