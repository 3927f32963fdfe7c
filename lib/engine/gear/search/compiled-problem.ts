import { type ChoiceGroup, choiceGroups, fixedInfusionPoints, variedAttributes } from "../choice-groups.ts";
import { createFastEvaluator, type FastEvaluator } from "../fast-evaluator.ts";
import { attributeNeeds } from "../needed-attributes.ts";
import type { GearConstraintName, GearProblem } from "../problem.ts";
import { type BoundTape, createBoundTape } from "./bound-tape.ts";
import { createExpressionBuilder, type NodeId } from "./expression.ts";
import { createFormulaGraph, type FormulaGraph } from "./formula-graph.ts";
import { problemExpressions } from "./problem-expressions.ts";

/** A problem reduced to what decides it: the attributes that matter, bounds over boxes of them, exact values. */
export interface CompiledProblem {
  readonly problem: GearProblem;
  readonly groups: readonly ChoiceGroup[];
  /** Attributes that influence the objective or a limit; everything below is in this order. */
  readonly inputs: readonly string[];
  /** Outputs: 0 is the objective, then the slack of each constraint (at least 0 for a valid gear). */
  readonly graph: FormulaGraph;
  readonly tape: BoundTape;
  readonly constraintNames: readonly GearConstraintName[];
  /** Per constraint: how far below 0 a slack must be before floating point may call it violated. */
  readonly slackRooms: Float64Array;
  /** One for all who value gears: its outcome is read right after each call. */
  readonly evaluator: FastEvaluator;
}

/**
 * Finds which attributes matter and compiles the bounds. An attribute does not matter when, over the whole range
 * the gears can reach, no output depends on it: no formula reads it, its coefficient is 0, or every limit it
 * passes is saturated. Leaving it out merges gears that are equal in everything that matters; it is replaced by
 * the least amount a gear can have, a point inside that range, so values stay exact.
 */
export function compileProblem(problem: GearProblem, aim: GearConstraintName | null = null): CompiledProblem {
  const groups = choiceGroups(problem);
  const attributes = variedAttributes(groups);
  const fixed = fixedInfusionPoints(problem);
  const ranges = attributes.map((name) => attributeRange(groups, name, fixed.get(name) ?? 0));
  const needs = attributeNeeds(problem, aim);
  const builder = createExpressionBuilder(ranges);
  const nodes = new Map<string, NodeId>(attributes.map((name, index) => [name, builder.input(index)]));
  const allPoints = (name: string) => nodes.get(name) ?? builder.constant(fixed.get(name) ?? 0);
  const { objective, constraints } = problemExpressions(problem, builder, allPoints, aim, needs);
  const graph = createFormulaGraph(builder, [objective, ...constraints.map(({ slack }) => slack)]);
  const relevant = new Set(graph.reached);
  const inputs = attributes.filter((_, index) => relevant.has(index));
  const fixedPoints = new Map(fixed);
  attributes.forEach((name, index) => {
    if (!relevant.has(index)) fixedPoints.set(name, ranges[index]?.[0] ?? 0);
  });
  for (const name of inputs) fixedPoints.delete(name);
  const tape = createBoundTape(graph);
  const sizes = constraints.map(({ name, slack }) => {
    const [low, high] = builder.range(slack);
    return Math.max(1, Math.abs(problem.constraints[name] ?? 0), Math.abs(low), Math.abs(high));
  });
  return {
    problem,
    groups,
    inputs,
    graph,
    tape,
    constraintNames: constraints.map(({ name }) => name),
    slackRooms: Float64Array.from(sizes, (size) => 1e-11 * size),
    evaluator: createFastEvaluator(problem, inputs, fixedPoints, aim, needs),
  };
}

/** Least and most points of one attribute over all gears and splits. */
function attributeRange(
  groups: readonly ChoiceGroup[],
  name: string,
  fixed: number,
): readonly [number, number] {
  let low = fixed;
  let high = fixed;
  for (const { options, copies } of groups) {
    const amounts = options
      .map(({ points, max }) => ({ amount: points.get(name) ?? 0, max }))
      .sort((one, other) => one.amount - other.amount);
    low += greedySum(amounts, copies);
    high += greedySum(amounts.reverse(), copies);
  }
  return [low, high];
}

/** What so many copies have together if the first amounts are taken as often as they may be. */
function greedySum(
  amounts: readonly { readonly amount: number; readonly max: number }[],
  copies: number,
): number {
  let left = copies;
  let sum = 0;
  for (const { amount, max } of amounts) {
    const take = Math.min(left, max);
    sum += take * amount;
    left -= take;
  }
  return sum;
}
