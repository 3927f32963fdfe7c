import type { ExpressionBuilder, NodeId } from "./expression.ts";
import { i32 } from "./typed-array.ts";

export const INPUT = 0;
export const AFFINE = 1;
export const PRODUCT = 2;
export const ROUND = 3;
export const LIMIT = 4;

/**
 * The expressions that some outputs reach as flat arrays, inner nodes before those that read them: what bounds are
 * computed from, thousands of times for different boxes.
 */
export interface FormulaGraph {
  readonly size: number;
  readonly inputs: number;
  /** The builder's inputs that the outputs reach, in rising order; here they are numbered without gaps. */
  readonly reached: readonly number[];
  /** INPUT, AFFINE, PRODUCT, ROUND or LIMIT. */
  readonly kind: Uint8Array;
  /** Number of the input; left factor; what is rounded or limited. */
  readonly left: Int32Array;
  /** Right factor. */
  readonly right: Int32Array;
  /** Constant of an affine node. */
  readonly constant: Float64Array;
  /** Terms of affine node n are `termStart[n] .. termStart[n + 1]`. */
  readonly termStart: Int32Array;
  readonly termNode: Int32Array;
  readonly termFactor: Float64Array;
  /** Node of every output. */
  readonly outputs: Int32Array;
}

export function createFormulaGraph(builder: ExpressionBuilder, outputs: readonly NodeId[]): FormulaGraph {
  const order = reachableInOrder(builder, outputs);
  const reached = order
    .flatMap((id) => {
      const node = builder.nodes[id];
      return node?.kind === "input" ? [node.input] : [];
    })
    .sort((one, other) => one - other);
  const places = new Int32Array(builder.nodes.length);
  order.forEach((node, index) => {
    places[node] = index;
  });
  const size = order.length;
  const kind = new Uint8Array(size);
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  const constant = new Float64Array(size);
  const termStart = new Int32Array(size + 1);
  const termNodes: number[] = [];
  const termFactors: number[] = [];
  order.forEach((id, index) => {
    const node = builder.nodes[id];
    termStart[index] = termNodes.length;
    if (node?.kind === "input") {
      kind[index] = INPUT;
      left[index] = reached.indexOf(node.input);
    } else if (node?.kind === "affine") {
      kind[index] = AFFINE;
      constant[index] = node.constant;
      for (const term of node.terms) {
        termNodes.push(i32(places, term.node));
        termFactors.push(term.factor);
      }
    } else if (node?.kind === "product") {
      kind[index] = PRODUCT;
      left[index] = i32(places, node.left);
      right[index] = i32(places, node.right);
    } else if (node) {
      kind[index] = node.kind === "round" ? ROUND : LIMIT;
      left[index] = i32(places, node.of);
    }
  });
  termStart[size] = termNodes.length;
  return {
    size,
    inputs: reached.length,
    reached,
    kind,
    left,
    right,
    constant,
    termStart,
    termNode: Int32Array.from(termNodes),
    termFactor: Float64Array.from(termFactors),
    outputs: Int32Array.from(outputs, (output) => i32(places, output)),
  };
}

/** Nodes the outputs reach, inner ones first. */
function reachableInOrder(builder: ExpressionBuilder, outputs: readonly NodeId[]): NodeId[] {
  const reached = new Set<NodeId>();
  const visit = (id: NodeId): void => {
    if (reached.has(id)) return;
    const node = builder.nodes[id];
    if (node?.kind === "affine") for (const term of node.terms) visit(term.node);
    if (node?.kind === "product") {
      visit(node.left);
      visit(node.right);
    }
    if (node?.kind === "round" || node?.kind === "limit") visit(node.of);
    reached.add(id);
  };
  for (const output of outputs) visit(output);
  return [...reached];
}
