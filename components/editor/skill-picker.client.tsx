"use client";

import { useMemo, useState } from "react";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import {
  filterChoices,
  findSkills,
  NO_FILTER,
  type SkillChoice,
  type SkillFilter,
  skillChoices,
} from "#lib/builds/editor/skill-choices.ts";
import { chooseSkill, type SkillSlotRef, SLOT_KIND_NAMES, slotName } from "#lib/builds/editor/skill-slots.ts";
import { secondsText } from "#lib/builds/fact-lines.ts";
import type { Loadout, SkillBar } from "#lib/builds/loadout.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import type { GameMode } from "#lib/shared/game.ts";
import type { SkillId } from "#lib/shared/ids.ts";
import { Picker, type PickerItem } from "./picker.client.tsx";
import { SkillSheet } from "./skill-sheet.client.tsx";
import type { EditLoadout } from "./use-editor.client.ts";

const FILTER_NAMES = {
  category: "Category",
  boon: "Boon",
  field: "Combo field",
  control: "Control",
} as const;

/** The skills that a slot can hold, with search and filters. */
export function SkillPicker({
  slot,
  bar,
  lines,
  mode,
  options,
  edit,
  close,
}: {
  slot: SkillSlotRef;
  bar: SkillBar;
  lines: Loadout["specializations"];
  mode: GameMode;
  options: EditorOptions;
  edit: EditLoadout;
  close: () => void;
}) {
  const [text, setText] = useState("");
  const [filter, setFilter] = useState<SkillFilter>(NO_FILTER);
  const [showsAll, setShowsAll] = useState(false);
  const all = useMemo(() => skillChoices(options, slot.kind, mode), [options, slot.kind, mode]);
  const chosen = slot.kind === "utility" ? bar.utility[slot.index] : bar[slot.kind];
  const isOpen = ({ specialization, isRacial, id }: SkillChoice) =>
    id === chosen ||
    (!isRacial && (specialization === undefined || lines.some((line) => line?.id === specialization)));
  const offered = all.filter((choice) => (showsAll ? mode !== "pvp" || !choice.isRacial : isOpen(choice)));
  const items = findSkills(offered, text, filter).map((choice) => ({
    ...toItem(choice, slot, bar),
    caution: isOpen(choice) ? null : choice.isRacial ? "racial" : `needs ${choice.group}`,
  }));
  return (
    <Picker
      title={`${slotName(slot)} skill`}
      items={items}
      chosen={chosen}
      text={text}
      setText={setText}
      placeholder="Search skills by name or category"
      onChoose={(id) => {
        close();
        edit((loadout, options) => chooseSkill(loadout, options, slot, id));
      }}
      onClear={
        chosen === null
          ? undefined
          : () => {
              close();
              edit((loadout, options) => chooseSkill(loadout, options, slot, null));
            }
      }
      onClose={close}
      filters={
        <Filters
          all={offered}
          filter={filter}
          setFilter={setFilter}
          showsAll={showsAll}
          setShowsAll={setShowsAll}
        />
      }
      details={(id) => <SkillSheet id={id} lines={lines} mode={mode} options={options} />}
      empty="No skill fits. Clear the search or a filter, or show those of other specializations."
    />
  );
}

function Filters({
  all,
  filter,
  setFilter,
  showsAll,
  setShowsAll,
}: {
  all: readonly SkillChoice[];
  filter: SkillFilter;
  setFilter: (filter: SkillFilter) => void;
  showsAll: boolean;
  setShowsAll: (shows: boolean) => void;
}) {
  const choices = useMemo(() => filterChoices(all), [all]);
  return (
    <div className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      {(["category", "boon", "field", "control"] as const).map((field) => (
        <select
          key={field}
          aria-label={FILTER_NAMES[field]}
          value={filter[field] ?? ""}
          onChange={({ target }) => setFilter({ ...filter, [field]: target.value || null })}
          disabled={choices[field].length === 0}
          className="min-w-0 rounded-md border border-line-strong bg-ground px-2 py-1.5 text-sm text-ink disabled:opacity-50"
        >
          <option value="">{FILTER_NAMES[field]}: any</option>
          {choices[field].map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      ))}
      <label className="col-span-2 flex items-center gap-2 text-sm text-ink-soft">
        <input
          type="checkbox"
          checked={showsAll}
          onChange={({ target }) => setShowsAll(target.checked)}
          className="accent-accent"
        />
        Other elite specializations and racial skills
      </label>
    </div>
  );
}

function toItem(choice: SkillChoice, slot: SkillSlotRef, bar: SkillBar): PickerItem<SkillId> {
  const { id, name, icon, group, categories, rechargeSeconds, worksUnderWater } = choice;
  const elsewhere = slot.kind === "utility" ? bar.utility.indexOf(id) : -1;
  const notes = [
    ...categories,
    rechargeSeconds && secondsText(rechargeSeconds),
    slot.environment === "aquatic" && !worksUnderWater && "not under water",
    slot.kind === "utility" &&
      elsewhere >= 0 &&
      elsewhere !== slot.index &&
      `now in ${SLOT_KIND_NAMES.utility} ${elsewhere + 1}`,
  ].filter(Boolean);
  return { id, name, icon: icon ? iconUrl(icon) : null, note: notes.join(" · ") || null, group };
}
