import { iconRef } from "../icon.ts";
import type { EffectIcons } from "../schema.ts";
import { normaliseFact } from "./facts.ts";
import type { RawFact } from "./raw.ts";

/** How often each icon is used, by name. */
type Votes = Map<string, Map<string, number>>;

/** The icon that most facts of a kind, status or label show. A label's is left out where it is that of all its kinds. */
export function collectEffectIcons(facts: readonly RawFact[]): EffectIcons {
  const kinds: Votes = new Map();
  const statuses: Votes = new Map();
  const labels: Votes = new Map();
  const kindsOfLabel = new Map<string, Set<string>>();
  for (const raw of facts) {
    const ref = raw.icon && iconRef(raw.icon);
    const fact = ref ? normaliseFact(raw, ignoreProblem) : undefined;
    if (!ref || !fact) continue;
    if (fact.kind === "buff" || fact.kind === "prefixedBuff") {
      vote(statuses, fact.status, ref);
      continue;
    }
    const kind = fact.kind === "control" ? fact.control : fact.kind === "comboField" ? fact.field : fact.kind;
    vote(kinds, kind, ref);
    if (fact.label === undefined) continue;
    vote(labels, fact.label, ref);
    kindsOfLabel.set(fact.label, (kindsOfLabel.get(fact.label) ?? new Set()).add(kind));
  }
  const byKind = winners(kinds);
  const byLabel = Object.entries(winners(labels)).filter(
    ([label, ref]) => ![...(kindsOfLabel.get(label) ?? [])].every((kind) => byKind[kind] === ref),
  );
  return { kinds: byKind, statuses: winners(statuses), labels: Object.fromEntries(byLabel) };
}

/** The facts were reported when their record was normalised. */
function ignoreProblem(): undefined {
  return undefined;
}

function vote(votes: Votes, name: string, ref: string): void {
  const counts = votes.get(name) ?? new Map<string, number>();
  counts.set(ref, (counts.get(ref) ?? 0) + 1);
  votes.set(name, counts);
}

function winners(votes: Votes): Record<string, string> {
  const entries = [...votes].map(([name, counts]): [string, string] => {
    const [winner] = [...counts].toSorted(([refA, a], [refB, b]) => b - a || (refA < refB ? -1 : 1));
    return [name, winner?.[0] ?? ""];
  });
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
