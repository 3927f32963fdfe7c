import type { LegendCode, PetId, SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";
import type { Equipment, Loadout, SkillBar, SpecializationLine } from "../loadout.ts";
import { assumptions } from "./assumptions-codec.ts";
import {
  type Codec,
  fields,
  idOf,
  idOrNone,
  list,
  orNull,
  text,
  three,
  two,
  uint,
  unless,
  word,
} from "./codec.ts";
import { bareGear, gear, isBare } from "./gear-codec.ts";
import { MODE_CODES, PROFESSION_CODES, SETUP_CODES } from "./word-codes.ts";

/** Everything of a loadout but its version, in the order in which version 1 of the code has it. */
interface Content {
  readonly profession: Loadout["profession"];
  readonly mode: Loadout["mode"];
  readonly specializations: Loadout["specializations"];
  readonly terrestrial: SkillBar;
  readonly aquatic: SkillBar;
  readonly skillOverrides: SkillId[];
  readonly pets: Loadout["pets"];
  readonly legends: Loadout["legends"];
  readonly gear: Pick<Loadout, "weapons"> & Pick<Equipment, "pieces" | "runes">;
  readonly upkeep: Upkeep;
  readonly template: Loadout["template"];
  readonly assumptions: Loadout["assumptions"];
}

/** Equipment without stat sets and upgrades. */
type Upkeep = Omit<Equipment, "pieces" | "runes">;
type ThreeSkills = SkillBar["utility"];

const skill = idOrNone<SkillId>(17);
const item = idOrNone<NonNullable<Equipment["relic"]>>(17);

const noSkills = (): ThreeSkills => [null, null, null];
const threeSkills = unless<ThreeSkills>(
  noSkills,
  (skills) => skills.every((id) => id === null),
  three(skill),
);

const skillBar = unless<SkillBar>(
  () => ({ heal: null, utility: noSkills(), elite: null }),
  ({ heal, utility, elite }) => [heal, ...utility, elite].every((id) => id === null),
  fields({ heal: skill, utility: three(skill), elite: skill }),
);

const line = fields<SpecializationLine>({
  id: idOf<SpecializationId>(7),
  traits: three(idOrNone<TraitId>(12)),
});

const pets = fields<NonNullable<Loadout["pets"]>>({
  terrestrial: two(idOrNone<PetId>(7)),
  aquatic: two(idOrNone<PetId>(7)),
});

const legends = fields<NonNullable<Loadout["legends"]>>({
  terrestrial: two(idOrNone<LegendCode>(4)),
  aquatic: two(idOrNone<LegendCode>(4)),
  inactiveUtility: fields({ terrestrial: threeSkills, aquatic: threeSkills }),
});

const upkeep = unless<Upkeep>(
  () => ({ relic: null, food: null, utility: null, jadeBotCore: null, pvpAmulet: null }),
  (value) => Object.values(value).every((entry) => entry === null),
  fields({
    relic: item,
    food: item,
    utility: item,
    jadeBotCore: idOrNone<number>(4),
    pvpAmulet: orNull(uint(6)),
  }),
);

const content = fields<Content>({
  profession: word(PROFESSION_CODES, 4, "a profession"),
  mode: word(MODE_CODES, 2, "a mode"),
  specializations: three(orNull(line)),
  terrestrial: skillBar,
  aquatic: skillBar,
  skillOverrides: list(idOf<SkillId>(17), 2, 32),
  pets: orNull(pets),
  legends: orNull(legends),
  gear: unless(bareGear, isBare, gear),
  upkeep,
  template: orNull(fields({ id: text(64), setup: word(SETUP_CODES, 2, "a setup of a template") })),
  assumptions,
});

/** The content of version 1. What was read still has to pass the loadout's schema. */
export const loadoutVersion1: Codec<Loadout> = {
  write: (out, { skills, weapons, equipment, version: _, ...same }) => {
    const { pieces, runes, ...upkeep } = equipment;
    content.write(out, { ...same, ...skills, gear: { weapons, pieces, runes }, upkeep });
  },
  read: (from) => {
    const { terrestrial, aquatic, gear, upkeep, ...same } = content.read(from);
    const { weapons, pieces, runes } = gear;
    return {
      version: 1,
      ...same,
      skills: { terrestrial, aquatic },
      weapons,
      equipment: { pieces, runes, ...upkeep },
    };
  },
};
