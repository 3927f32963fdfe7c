import { EXTRA_SLOTS, type ExtraSlot } from "#lib/engine/mechanics.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { ExtraOption, ExtrasChoice, GearKit } from "./gear-kit.ts";
import { type GearRefusal, type GearSettings, MAX_EXTRAS_COMBINATIONS } from "./schema.ts";

/**
 * Every combination of the extras to try, in the order they are listed; a kind for which nothing is listed stays as it
 * is now (empty without current gear). The two sigils of a set differ and have no order. Fails on the kind whose item
 * the build does not know, or on `extras` where there are too many combinations.
 */
export function extrasCombinations(
  kit: GearKit,
  settings: GearSettings,
): Result<readonly ExtrasChoice[], GearRefusal> {
  const lists = new Map<ExtraSlot, readonly (ExtraOption | null)[]>();
  for (const slot of EXTRA_SLOTS) {
    const options = optionsOf(slot, kit, settings);
    if (!options.ok) return options;
    lists.set(slot, options.value);
  }
  const total = [...lists.values()].reduce((product, { length }) => product * length, 1);
  if (total > MAX_EXTRAS_COMBINATIONS * 2) return err(tooMany(total));
  const seen = new Set<string>();
  const combinations = EXTRA_SLOTS.reduce<readonly ExtrasChoice[]>(
    (made, slot) =>
      made.flatMap((choice) => (lists.get(slot) ?? []).map((option) => ({ ...choice, [slot]: option }))),
    [NO_EXTRAS],
  ).filter((choice) => {
    const key = keyOf(choice);
    return key !== undefined && !seen.has(key) && seen.add(key);
  });
  if (combinations.length > MAX_EXTRAS_COMBINATIONS) return err(tooMany(combinations.length));
  if (combinations.length > 0) return ok(combinations);
  return err({
    field: "extras.sigil2",
    message: "A weapon set holds two different sigils. Choose another one to try.",
  });
}

const NO_EXTRAS: ExtrasChoice = {
  rune: null,
  relic: null,
  sigil1: null,
  sigil2: null,
  food: null,
  utility: null,
};

function tooMany(total: number): GearRefusal {
  return {
    field: "extras",
    message: `${total} combinations of rune, sigils, relic, food and utility item are too many to try; at most ${MAX_EXTRAS_COMBINATIONS}. Take some off the lists.`,
  };
}

function optionsOf(
  slot: ExtraSlot,
  kit: GearKit,
  settings: GearSettings,
): Result<readonly (ExtraOption | null)[], GearRefusal> {
  const current = kit.current?.extras[slot] ?? "";
  const ids = settings.extras[slot] ?? [current];
  const found: (ExtraOption | null)[] = [];
  for (const id of new Set(ids.length > 0 ? ids : [current])) {
    const option = id === "" ? null : kit.extras[slot].find((each) => each.id === id);
    if (option === undefined) {
      return err({
        field: `extras.${slot}`,
        message: `There is no ${slot.replace(/\d/, "")} "${id}" to try here.`,
      });
    }
    found.push(option);
  }
  return ok(found);
}

/** Equal for combinations that are the same gear; undefined where a set would hold one sigil twice. */
function keyOf({ rune, relic, sigil1, sigil2, food, utility }: ExtrasChoice): string | undefined {
  if (sigil1 && sigil1.id === sigil2?.id) return undefined;
  const sigils = [sigil1?.id ?? "", sigil2?.id ?? ""].toSorted();
  return [rune?.id, relic?.id, ...sigils, food?.id, utility?.id].join(" ");
}
