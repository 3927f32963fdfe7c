/**
 * `npm run bench:engine`: full attribute and damage evaluations per second on one core for one loadout changing its
 * gear, next to a naive object-based evaluator in the same run, and the heap over ten million evaluations.
 *
 * Ends with exit code 1 if the rate is below the required one, the heap grows, or the two evaluators disagree.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadGearTables, loadMechanicsIndex, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import { GEAR_ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import { compileCalculation } from "#lib/engine/compile.ts";
import { STANDARD_TARGET } from "#lib/engine/condition-ticks.ts";
import { createFastEvaluator, RESULT } from "#lib/engine/fast-evaluator.ts";
import { equipmentSlots, evaluateChoice, offerGear } from "#lib/engine/gear-choice.ts";
import { splitIntoScenarios } from "#lib/engine/scenarios.ts";
import { inputOfTemplateBuild } from "#lib/engine/template-damage.ts";
import { evaluateNaively, naiveScenarios } from "#scripts/engine/naive-evaluator.ts";
import { seededNumbers } from "#scripts/engine/seeded-numbers.ts";

const REQUIRED_RATE = 150_000;
const HEAP_EVALUATIONS = 10_000_000;
/** What compiled code and the runtime itself may keep; anything per evaluation would be megabytes. */
const RETAINED_ROOM_BYTES = 500_000;
const TEMPLATES = ["ptroub", "alacmirage", "charb", "pded-m7", "healscourge"];
const STATS = ["Berserker", "Assassin", "Viper", "Celestial", "Diviner", "Marauder"];

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const data = { index: loadMechanicsIndex(), tables: loadGearTables() };
let failed = false;

console.log(`node ${process.version}, one thread`);
for (const id of TEMPLATES) benchmark(id);
measureHeap(TEMPLATES[0] ?? "");
process.exitCode = failed ? 1 : 0;

function prepare(id: string) {
  const template = loadTemplates().find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  const setup = template.setups.any ?? template.setups.raid;
  const extras = Object.fromEntries(
    Object.entries(setup?.extras ?? {}).flatMap(([slot, uses]) => (uses[0] ? [[slot, uses[0]]] : [])),
  );
  const input = inputOfTemplateBuild(
    { template, choice: { mode: "pve", extras }, gear: [], infusions: [], target: STANDARD_TARGET },
    data,
  );
  if (!input.ok) throw new Error(input.error.message);
  const compiled = compileCalculation(input.value);
  const scenarios = splitIntoScenarios(input.value.sources);
  const slots = equipmentSlots(template.weaponHands);
  const choice = offerGear(data.tables, {
    slots,
    stats: STATS,
    rarity: "ascended",
    mode: "pve",
    besides: [],
  });
  if (!compiled.ok || !scenarios.ok || !choice.ok) throw new Error(`${id} cannot be prepared.`);
  return {
    input: input.value,
    scenarios: naiveScenarios(scenarios.value),
    choice: choice.value,
    slots,
    evaluator: createFastEvaluator(compiled.value),
  };
}

function benchmark(id: string): void {
  const { input, scenarios, choice, slots, evaluator } = prepare(id);
  const next = seededNumbers(20_260_812);
  const change = (): void => choice.choose(next(slots.length), next(STATS.length));
  let naive = 0;
  const naiveRate = rate(300, () => {
    change();
    naive += evaluateNaively(input, scenarios, gearRecord(choice.points)).damage;
  });
  const fastRate = rate(1500, () => {
    change();
    evaluateChoice(evaluator, choice);
  });
  const expected = evaluateNaively(input, scenarios, gearRecord(choice.points));
  const agree =
    close(evaluator.results[RESULT.damage], expected.damage) &&
    close(evaluator.results[RESULT.survivability], expected.survivability) &&
    close(evaluator.results[RESULT.healing], expected.healing);
  failed ||= fastRate < REQUIRED_RATE || !agree || !(naive >= 0);
  console.log(
    `${id.padEnd(12)} ${scenarios.length} scenario(s): ${count(fastRate)}/s, naive ${count(naiveRate)}/s, ` +
      `ratio ${(fastRate / naiveRate).toFixed(1)}, results ${agree ? "agree" : "DIFFER"}`,
  );
}

/** Runs in batches until the time is over; the better of three tries, because other work shares the machine. */
function rate(ms: number, run: () => void): number {
  for (let i = 0; i < 2_000; i++) run();
  let best = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = performance.now();
    let done = 0;
    while (performance.now() - start < ms / 3) {
      for (let i = 0; i < 200; i++) run();
      done += 200;
    }
    best = Math.max(best, (done * 1000) / (performance.now() - start));
  }
  return best;
}

function measureHeap(id: string): void {
  const { choice, slots, evaluator } = prepare(id);
  const next = seededNumbers(1);
  const evaluate = (): void => {
    choice.choose(next(slots.length), next(STATS.length));
    evaluateChoice(evaluator, choice);
  };
  for (let i = 0; i < 1_000_000; i++) evaluate();
  const before = usedAfterCollection();
  const start = performance.now();
  for (let i = 0; i < HEAP_EVALUATIONS; i++) evaluate();
  const seconds = (performance.now() - start) / 1000;
  const allocated = used() - before;
  const retained = usedAfterCollection() - before;
  failed ||= retained > RETAINED_ROOM_BYTES || allocated > HEAP_EVALUATIONS;
  console.log(
    `${count(HEAP_EVALUATIONS)} evaluations in ${seconds.toFixed(1)} s (${count(HEAP_EVALUATIONS / seconds)}/s): ` +
      `${(allocated / HEAP_EVALUATIONS).toFixed(3)} bytes allocated per evaluation, ${count(retained / 1024)} KiB more in use after collection`,
  );
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function usedAfterCollection(): number {
  collectGarbage();
  return used();
}

function gearRecord(points: Float64Array): Record<string, number> {
  return Object.fromEntries(GEAR_ATTRIBUTES.map((attribute, index) => [attribute, points[index] ?? 0]));
}

function close(actual: number | undefined, expected: number): boolean {
  return Math.abs((actual ?? Number.NaN) - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}
