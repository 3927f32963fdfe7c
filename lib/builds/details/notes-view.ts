import type { Definition, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { type GameNames, nameInMarkdownLink, withGameNames } from "./game-names.ts";
import type { NoteBlock, NoteCard, NoteSpan, NotesView } from "./notes-tree.ts";

/** Lists in lists, quotes in quotes and the like; what lies deeper is shown as it was typed. */
const MAX_DEPTH = 8;

/**
 * Markdown of an author as a tree of what may be shown: no HTML, no pictures, links to http and https only. Names of
 * skills and traits in double brackets become cards. Never throws; what has no place in the tree stays the text it was.
 */
export function notesView(text: string, names: GameNames): NotesView {
  const root = fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  const copy = new TreeCopy(text, names, definitionsOf(root));
  const blocks = copy.blocks(root.children, 0);
  return { blocks, cards: copy.cards };
}

class TreeCopy {
  readonly cards: NoteCard[] = [];
  readonly #text: string;
  readonly #names: GameNames;
  readonly #definitions: ReadonlyMap<string, Definition>;

  constructor(text: string, names: GameNames, definitions: ReadonlyMap<string, Definition>) {
    this.#text = text;
    this.#names = names;
    this.#definitions = definitions;
  }

  blocks(nodes: readonly RootContent[], depth: number): NoteBlock[] {
    return nodes.flatMap((node) => this.#block(node, depth));
  }

  #block(node: RootContent, depth: number): NoteBlock[] {
    if (depth > MAX_DEPTH) return [this.#asTyped(node)];
    switch (node.type) {
      case "paragraph":
        return [{ kind: "paragraph", spans: this.#spans(node.children, depth) }];
      case "heading":
        return [
          { kind: "heading", level: node.depth <= 2 ? 1 : 2, spans: this.#spans(node.children, depth) },
        ];
      case "blockquote":
        return [{ kind: "quote", blocks: this.blocks(node.children, depth + 1) }];
      case "list": {
        const items = node.children.map((item) => this.blocks(item.children, depth + 1));
        return [{ kind: "list", start: node.ordered ? (node.start ?? 1) : null, items }];
      }
      case "code":
        return [{ kind: "code", text: node.value }];
      case "thematicBreak":
        return [{ kind: "rule" }];
      case "table": {
        const [head, ...rows] = node.children.map((row) =>
          row.children.map((cell) => this.#spans(cell.children, depth + 1)),
        );
        return [{ kind: "table", head: head ?? [], rows }];
      }
      case "definition":
        return [];
      default:
        return [this.#asTyped(node)];
    }
  }

  #spans(nodes: readonly PhrasingContent[], depth: number): NoteSpan[] {
    return nodes.flatMap((node) => this.#span(node, depth));
  }

  #span(node: PhrasingContent, depth: number): NoteSpan[] {
    if (depth > MAX_DEPTH) return [{ kind: "text", text: this.#source(node) }];
    switch (node.type) {
      case "text":
        return withGameNames(node.value, (name, shown) => this.#card(name, shown));
      case "strong":
      case "emphasis":
      case "delete":
        return [{ kind: node.type, spans: this.#spans(node.children, depth + 1) }];
      case "inlineCode":
        return [{ kind: "code", text: node.value }];
      case "break":
        return [{ kind: "break" }];
      case "link":
        return this.#link(node.url, node.children, depth);
      case "linkReference": {
        const definition = this.#definitions.get(node.identifier);
        return definition
          ? this.#link(definition.url, node.children, depth)
          : this.#spans(node.children, depth);
      }
      case "image":
      case "imageReference":
        return node.alt ? [{ kind: "text", text: node.alt }] : [];
      default:
        return [{ kind: "text", text: this.#source(node) }];
    }
  }

  #link(url: string, children: readonly PhrasingContent[], depth: number): NoteSpan[] {
    const shown = this.#source(...children);
    const name = nameInMarkdownLink(url, shown);
    if (name !== undefined) return [this.#card(name, shown)];
    const spans = this.#spans(children, depth + 1);
    const href = safeAddress(url);
    return href ? [{ kind: "link", href, spans }] : spans;
  }

  /** A name with its card; plain text where the game data does not know the name. */
  #card(name: string, shown: string): NoteSpan {
    const found = this.#names(name);
    if (!found) return { kind: "text", text: shown };
    const known = this.cards.findIndex(({ key }) => key === found.key);
    if (known < 0) this.cards.push(found);
    return { kind: "card", card: known < 0 ? this.cards.length - 1 : known, text: shown };
  }

  #asTyped(node: Nodes): NoteBlock {
    return { kind: "paragraph", spans: [{ kind: "text", text: this.#source(node) }] };
  }

  /** The text that nodes were read from. */
  #source(...nodes: readonly Nodes[]): string {
    const start = nodes[0]?.position?.start.offset ?? 0;
    return this.#text.slice(start, nodes.at(-1)?.position?.end.offset ?? start);
  }
}

/** Where a link may lead: http and https, with nothing that hides the host. */
function safeAddress(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  return parsed.href;
}

/** Addresses that stand at another place of the text than their links; the first of a name holds. */
function definitionsOf({ children }: Root): Map<string, Definition> {
  const definitions = children.filter((node) => node.type === "definition");
  return new Map(definitions.toReversed().map((node) => [node.identifier, node]));
}
