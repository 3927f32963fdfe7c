import { roundHalfToEven } from "../rounding.ts";

/**
 * Formulas as a graph of five node kinds, so that one description of a problem serves intervals and linear bounds
 * alike. Equal nodes are made once, affine nodes are flattened, and what is constant over the whole range of the
 * inputs is folded; an input that no output reaches after that does not matter at all.
 */
export type ExpressionNode =
  | { readonly kind: "input"; readonly input: number }
  | { readonly kind: "affine"; readonly constant: number; readonly terms: readonly AffineTerm[] }
  | { readonly kind: "product"; readonly left: NodeId; readonly right: NodeId }
  | { readonly kind: "round"; readonly of: NodeId }
  | { readonly kind: "limit"; readonly of: NodeId };

export type NodeId = number;

export interface AffineTerm {
  readonly node: NodeId;
  readonly factor: number;
}

/** Room for the last bits when a value close to a half is rounded in two different orders of operation. */
export const ROUNDING_ROOM = 1e-7;

export interface ExpressionBuilder {
  readonly nodes: readonly ExpressionNode[];
  /** Range of every node over the range of the inputs. */
  range(node: NodeId): readonly [number, number];
  input(index: number): NodeId;
  constant(value: number): NodeId;
  sum(constant: number, terms: readonly AffineTerm[]): NodeId;
  product(left: NodeId, right: NodeId): NodeId;
  /** To the nearest integer, halves to the even one. */
  round(of: NodeId): NodeId;
  /** Limited to 0..1. */
  limit(of: NodeId): NodeId;
}

export function createExpressionBuilder(
  inputRanges: readonly (readonly [number, number])[],
): ExpressionBuilder {
  const nodes: ExpressionNode[] = [];
  const ranges: (readonly [number, number])[] = [];
  /** Nodes by a number made from what they are; different ones may share it. */
  const known = new Map<number, NodeId[]>();

  const make = (node: ExpressionNode, range: readonly [number, number]): NodeId => {
    const key = keyOf(node);
    const alike = known.get(key) ?? [];
    for (const id of alike) if (isSame(at(id), node)) return id;
    nodes.push(node);
    ranges.push(range);
    alike.push(nodes.length - 1);
    known.set(key, alike);
    return nodes.length - 1;
  };
  const at = (id: NodeId): ExpressionNode => {
    const node = nodes[id];
    if (node === undefined) throw new Error(`no expression node ${id}`);
    return node;
  };
  const range = (id: NodeId): readonly [number, number] => ranges[id] ?? [0, 0];
  const constantOf = (id: NodeId): number | undefined => {
    const node = at(id);
    return node.kind === "affine" && node.terms.length === 0 ? node.constant : undefined;
  };

  const builder: ExpressionBuilder = {
    nodes,
    range,
    input(index) {
      const given = inputRanges[index] ?? [0, 0];
      if (given[0] === given[1]) return builder.constant(given[0]);
      return make({ kind: "input", input: index }, given);
    },
    constant(value) {
      return make({ kind: "affine", constant: value, terms: [] }, [value, value]);
    },
    sum(constant, terms) {
      const merged: { node: NodeId; factor: number }[] = [];
      let total = constant;
      for (const term of terms) {
        if (term.factor === 0) continue;
        const node = at(term.node);
        if (node.kind === "affine") {
          total += node.constant * term.factor;
          for (const inner of node.terms) addTerm(merged, inner.node, inner.factor * term.factor);
        } else {
          addTerm(merged, term.node, term.factor);
        }
      }
      const kept = merged.filter(({ factor }) => factor !== 0);
      if (kept.length === 0) return builder.constant(total);
      if (kept.length === 1 && total === 0 && kept[0]?.factor === 1) return kept[0].node;
      let low = total;
      let high = total;
      for (const { node, factor } of kept) {
        const [from, to] = range(node);
        low += factor > 0 ? factor * from : factor * to;
        high += factor > 0 ? factor * to : factor * from;
      }
      return make({ kind: "affine", constant: total, terms: kept }, [low, high]);
    },
    product(left, right) {
      const leftConstant = constantOf(left);
      if (leftConstant !== undefined) return builder.sum(0, [{ node: right, factor: leftConstant }]);
      const rightConstant = constantOf(right);
      if (rightConstant !== undefined) return builder.sum(0, [{ node: left, factor: rightConstant }]);
      const [one, other] = left < right ? [left, right] : [right, left];
      return make({ kind: "product", left: one, right: other }, productRange(range(one), range(other)));
    },
    round(of) {
      const [low, high] = range(of);
      const rounded = roundedRange(low, high);
      if (rounded[0] === rounded[1]) return builder.constant(rounded[0]);
      return make({ kind: "round", of }, rounded);
    },
    limit(of) {
      const [low, high] = range(of);
      if (low >= 0 && high <= 1) return of;
      if (low >= 1) return builder.constant(1);
      if (high <= 0) return builder.constant(0);
      return make({ kind: "limit", of }, [Math.max(low, 0), Math.min(high, 1)]);
    },
  };
  return builder;
}

/** Adds to the term of a node, or puts a new one where its node belongs. */
function addTerm(terms: { node: NodeId; factor: number }[], node: NodeId, factor: number): void {
  let place = terms.length;
  for (let term = terms[place - 1]; term !== undefined && term.node >= node; term = terms[--place - 1]) {
    if (term.node !== node) continue;
    term.factor += factor;
    return;
  }
  terms.splice(place, 0, { node, factor });
}

function keyOf(node: ExpressionNode): number {
  switch (node.kind) {
    case "input":
      return node.input;
    case "product":
      return 31 + node.left * 8191 + node.right;
    case "round":
      return 0.25 + node.of;
    case "limit":
      return 0.5 + node.of;
    default:
      return node.terms.reduce((key, { node: of, factor }) => key * 31 + (of + 1) * factor, node.constant);
  }
}

function isSame(one: ExpressionNode, other: ExpressionNode): boolean {
  if (one.kind === "input") return other.kind === "input" && one.input === other.input;
  if (one.kind === "product") {
    return other.kind === "product" && one.left === other.left && one.right === other.right;
  }
  if (one.kind !== "affine") return other.kind === one.kind && one.of === other.of;
  return (
    other.kind === "affine" &&
    one.constant === other.constant &&
    one.terms.length === other.terms.length &&
    one.terms.every(({ node, factor }, index) => {
      const term = other.terms[index];
      return term?.node === node && term.factor === factor;
    })
  );
}

export function productRange(
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
): readonly [number, number] {
  const corners = [a * c, a * d, b * c, b * d];
  return [Math.min(...corners), Math.max(...corners)];
}

/** Rounding is monotone, so the rounded ends bound every rounded value between them. */
export function roundedRange(low: number, high: number): readonly [number, number] {
  return [roundHalfToEven(low - ROUNDING_ROOM), roundHalfToEven(high + ROUNDING_ROOM)];
}
