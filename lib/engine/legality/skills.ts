import type { GameFacts, LegendFacts, SkillFacts } from "../game-facts.ts";
import type { LoadoutShape, LoadoutSkillBar } from "../loadout.ts";
import type { Note } from "./finding.ts";

const SLOT_NAMES = { Heal: "healing", Utility: "utility", Elite: "elite" } as const;

type SlotKind = keyof typeof SLOT_NAMES;

/** Skills of the profession, their slot and a chosen specialization, none twice; under water only those that work there. */
export function judgeSkills(loadout: LoadoutShape, facts: GameFacts, note: Note): void {
  for (const environment of ["terrestrial", "aquatic"] as const) {
    const slot = `skills.${environment}`;
    judgeBar(loadout.skills[environment], slot, environment === "aquatic", loadout, facts, note);
    const [active, inactive] = loadout.legends?.[environment] ?? [];
    judgeLegendSkills(loadout.skills[environment], active ?? null, slot, facts, note);
    const utility = loadout.legends?.inactiveUtility[environment] ?? [];
    const inactiveSlot = `legends.inactiveUtility.${environment}`;
    judgeLegendSkills({ heal: null, utility, elite: null }, inactive ?? null, inactiveSlot, facts, note);
  }
}

interface SlottedSkill {
  readonly id: number;
  readonly kind: SlotKind;
  readonly slot: string;
}

function slotted({ heal, utility, elite }: LoadoutSkillBar, slot: string): readonly SlottedSkill[] {
  const all = [
    { id: heal, kind: "Heal" as const, slot: `${slot}.heal` },
    ...utility.map((id, index) => ({ id, kind: "Utility" as const, slot: `${slot}.utility[${index}]` })),
    { id: elite, kind: "Elite" as const, slot: `${slot}.elite` },
  ];
  return all.flatMap(({ id, ...rest }) => (id === null ? [] : [{ id, ...rest }]));
}

function judgeBar(
  bar: LoadoutSkillBar,
  barSlot: string,
  underWater: boolean,
  loadout: LoadoutShape,
  facts: GameFacts,
  note: Note,
): void {
  const seen = new Set<number>();
  for (const { id, kind, slot } of slotted(bar, barSlot)) {
    const skill = facts.skills.get(id);
    if (skill === undefined) {
      note("SKILL_UNKNOWN", slot, `There is no skill with the id ${id}.`, "Choose another one.");
      continue;
    }
    if (seen.has(id))
      note("SKILL_TWICE", slot, `${skill.name} is slotted twice.`, "Choose another skill for one slot.");
    seen.add(id);
    judgeOwner(skill, slot, loadout, facts, note);
    if (skill.slot !== undefined && skill.slot !== kind && skill.slot in SLOT_NAMES) {
      note(
        "SKILL_IN_WRONG_SLOT",
        slot,
        `${skill.name} is ${aOrAn(SLOT_NAMES[skill.slot as SlotKind])} skill, this is ${aOrAn(SLOT_NAMES[kind])} slot.`,
        `Choose ${aOrAn(SLOT_NAMES[kind])} skill.`,
      );
    }
    if (underWater && skill.flags?.includes("NoUnderwater")) {
      note(
        "SKILL_NOT_UNDER_WATER",
        slot,
        `${skill.name} cannot be used under water.`,
        "Choose a skill that can.",
      );
    }
  }
}

function judgeOwner(
  skill: SkillFacts,
  slot: string,
  loadout: LoadoutShape,
  facts: GameFacts,
  note: Note,
): void {
  // The game names no profession for a racial skill, or every one that may slot it (all but the revenant).
  const isRacial = skill.professions.length !== 1;
  if (isRacial) {
    if (loadout.mode === "pvp") {
      note(
        "RACIAL_SKILL_IN_PVP",
        slot,
        `${skill.name} is a racial skill; PvP has none.`,
        "Choose a skill of the profession.",
      );
    } else {
      note(
        "RACIAL_SKILL",
        slot,
        `${skill.name} is a racial skill.`,
        "Only characters of that race can use it.",
      );
    }
    if (skill.professions.length === 0) return;
  }
  if (!skill.professions.includes(loadout.profession)) {
    const mend = `Choose a skill of the ${loadout.profession}.`;
    note(
      "SKILL_OF_OTHER_PROFESSION",
      slot,
      `${skill.name} belongs to the ${skill.professions.join(", ")}.`,
      mend,
    );
  }
  const needed = skill.specialization;
  if (needed === undefined || loadout.specializations.some((line) => line?.id === needed)) return;
  const name = facts.specializations.get(needed)?.name ?? `the specialization ${needed}`;
  note(
    "SKILL_NEEDS_SPECIALIZATION",
    slot,
    `${skill.name} needs ${name}.`,
    `Choose ${name} as a line, or another skill.`,
  );
}

/** A revenant's skills come with the legend: a skill of another legend cannot be slotted. */
function judgeLegendSkills(
  bar: LoadoutSkillBar,
  code: number | null,
  barSlot: string,
  facts: GameFacts,
  note: Note,
): void {
  const legend = code === null ? undefined : facts.legends.get(code);
  if (legend === undefined) return;
  for (const { id, slot } of slotted(bar, barSlot)) {
    if (skillsOf(legend).includes(id)) continue;
    const owner = facts.legends.all.find((other) => skillsOf(other).includes(id));
    if (owner === undefined) continue;
    const skill = facts.skills.get(id)?.name ?? `The skill ${id}`;
    note(
      "SKILL_OF_OTHER_LEGEND",
      slot,
      `${skill} belongs to ${owner.name ?? owner.id}, not to ${legend.name ?? legend.id}.`,
      "Choose a skill of the legend, or the other legend.",
    );
  }
}

function skillsOf({ heal, utilities, elite }: LegendFacts): readonly number[] {
  return [heal, ...utilities, elite];
}

function aOrAn(word: string): string {
  return /^[aeiou]/.test(word) && !word.startsWith("uti") ? `an ${word}` : `a ${word}`;
}
