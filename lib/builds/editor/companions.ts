import type { Legend } from "#lib/catalog/schema.ts";
import type { LegendCode, PetId } from "#lib/shared/ids.ts";
import type { Loadout, SkillBar } from "../loadout.ts";
import { type Edit, type EnvironmentName, type Three, type ThreeIndex, threeSwapped } from "./edit.ts";
import type { EditorOptions } from "./options.ts";

export type PairIndex = 0 | 1;
type Pair<Value> = [Value, Value];
type Legends = NonNullable<Loadout["legends"]>;

const NO_UTILITY: Three<null> = [null, null, null];

/** Puts a pet into a place. The other pet of the environment changes places with what was here. */
export function choosePet(
  loadout: Loadout,
  options: EditorOptions,
  environment: EnvironmentName,
  index: PairIndex,
  id: PetId | null,
): Edit {
  const pets = loadout.pets ?? { terrestrial: [null, null], aquatic: [null, null] };
  const name = id === null ? null : petName(options.catalog.pets.get(id)?.name ?? `Unknown pet ${id}`);
  return {
    label: name === null ? `Pet ${index + 1} taken out` : `Pet ${index + 1}: ${name}`,
    loadout: { ...loadout, pets: { ...pets, [environment]: pairWith(pets[environment], index, id) } },
  };
}

/** The API calls every pet juvenile; players do not. */
export function petName(name: string): string {
  return name.replace(/^Juvenile /, "");
}

/** Legends of the profession: those open to all, and those of the loadout's specializations. */
export function legendsFor({ specializations }: Loadout, { catalog }: EditorOptions): readonly Legend[] {
  return catalog.legends.all.filter(
    ({ specialization }) =>
      specialization === undefined || specializations.some((line) => line?.id === specialization),
  );
}

/**
 * Invokes a legend (0 active, 1 inactive): its skills come with it. The legend of the other place changes places with what
 * was here, the order of its utility skills with it.
 */
export function chooseLegend(
  loadout: Loadout,
  options: EditorOptions,
  environment: EnvironmentName,
  index: PairIndex,
  code: LegendCode | null,
): Edit {
  const legends = legendsOf(loadout);
  const codes = legends[environment];
  if (code !== null && codes[otherOf(index)] === code) return swapLegends(loadout, options, environment);
  const legend = code === null ? undefined : options.catalog.legends.get(code);
  const label = legend ? `Legend ${index + 1}: ${legend.name ?? legend.id}` : `Legend ${index + 1} taken out`;
  const next: Legends = { ...legends, [environment]: pairWith(codes, index, code) };
  if (index === 0) {
    const skills = { ...loadout.skills, [environment]: barOf(legend, utilitiesOf(legend)) };
    return { label, loadout: { ...loadout, legends: next, skills } };
  }
  const inactiveUtility = { ...legends.inactiveUtility, [environment]: utilitiesOf(legend) };
  return { label, loadout: { ...loadout, legends: { ...next, inactiveUtility } } };
}

/** Exchanges active and inactive legend. */
export function swapLegends(loadout: Loadout, options: EditorOptions, environment: EnvironmentName): Edit {
  const legends = legendsOf(loadout);
  const [active, inactive] = legends[environment];
  const invoked = inactive === null ? undefined : options.catalog.legends.get(inactive);
  const bar = barOf(invoked, legends.inactiveUtility[environment]);
  return {
    label: "Legends exchanged",
    loadout: {
      ...loadout,
      skills: { ...loadout.skills, [environment]: bar },
      legends: {
        ...legends,
        [environment]: [inactive, active],
        inactiveUtility: {
          ...legends.inactiveUtility,
          [environment]: loadout.skills[environment].utility,
        },
      },
    },
  };
}

/** Exchanges two utility skills of the inactive legend. */
export function swapInactiveUtility(
  loadout: Loadout,
  environment: EnvironmentName,
  first: ThreeIndex,
  second: ThreeIndex,
): Edit {
  const legends = legendsOf(loadout);
  const utility = threeSwapped(legends.inactiveUtility[environment], first, second);
  return {
    label: `Utility ${first + 1} and ${second + 1} of the second legend exchanged`,
    loadout: {
      ...loadout,
      legends: { ...legends, inactiveUtility: { ...legends.inactiveUtility, [environment]: utility } },
    },
  };
}

function legendsOf({ legends }: Loadout): Legends {
  return (
    legends ?? {
      terrestrial: [null, null],
      aquatic: [null, null],
      inactiveUtility: { terrestrial: [...NO_UTILITY], aquatic: [...NO_UTILITY] },
    }
  );
}

function barOf(legend: Legend | undefined, utility: SkillBar["utility"]): SkillBar {
  return { heal: legend?.heal ?? null, utility, elite: legend?.elite ?? null };
}

function utilitiesOf(legend: Legend | undefined): SkillBar["utility"] {
  const [first, second, third] = legend?.utilities ?? [];
  return [first ?? null, second ?? null, third ?? null];
}

function pairWith<Value>(
  pair: Pair<Value | null>,
  index: PairIndex,
  value: Value | null,
): Pair<Value | null> {
  const isElsewhere = value !== null && pair[otherOf(index)] === value;
  const other = isElsewhere ? pair[index] : pair[otherOf(index)];
  return index === 0 ? [value, other] : [other, value];
}

function otherOf(index: PairIndex): PairIndex {
  return index === 0 ? 1 : 0;
}
