"use client";

import { type KeyboardEvent, memo, useState } from "react";
import { IconTile } from "#components/game/icon-tile.tsx";
import { swapInactiveUtility } from "#lib/builds/editor/companions.ts";
import { type EnvironmentName, THREE, type ThreeIndex } from "#lib/builds/editor/edit.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import {
  chooseSkill,
  copyBarToWater,
  type SkillSlotRef,
  slotName,
  slotsOf,
  swapUtility,
} from "#lib/builds/editor/skill-slots.ts";
import type { Loadout, SkillBar } from "#lib/builds/loadout.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import type { GameMode } from "#lib/shared/game.ts";
import type { SkillId } from "#lib/shared/ids.ts";
import { SMALL_BUTTON } from "./panel.tsx";
import { moveFocus } from "./roving.ts";
import { SkillPicker } from "./skill-picker.client.tsx";
import type { EditLoadout } from "./use-editor.client.ts";
import { useSwapDrag } from "./use-swap-drag.client.ts";

interface BarProps {
  readonly environment: EnvironmentName;
  readonly bar: SkillBar;
  readonly lines: Loadout["specializations"];
  readonly mode: GameMode;
  readonly options: EditorOptions;
  readonly edit: EditLoadout;
  /** A revenant's skills come with the legend: only their order can be changed. */
  readonly isFixed: boolean;
}

/** Heal, utility and elite skills of an environment. */
export function SkillsPanel({ environment, bar, options, edit, isFixed, ...rest }: BarProps) {
  const [picking, setPicking] = useState<SkillSlotRef | null>(null);
  return (
    <div className="flex flex-col gap-3">
      <Slots
        environment={environment}
        bar={bar}
        options={options}
        edit={edit}
        isFixed={isFixed}
        pick={setPicking}
      />
      {environment === "aquatic" && !isFixed && (
        <div>
          <button type="button" className={SMALL_BUTTON} onClick={() => edit(copyBarToWater)}>
            Take over from land
          </button>
        </div>
      )}
      {picking && (
        <SkillPicker
          slot={picking}
          bar={bar}
          options={options}
          edit={edit}
          close={() => setPicking(null)}
          {...rest}
        />
      )}
    </div>
  );
}

const Slots = memo(function Slots({
  environment,
  bar,
  options,
  edit,
  isFixed,
  pick,
}: Pick<BarProps, "environment" | "bar" | "options" | "edit" | "isFixed"> & {
  pick: (slot: SkillSlotRef) => void;
}) {
  return (
    <SlotRow label={environment === "aquatic" ? "Skills under water" : "Skills"}>
      {slotsOf(environment).map((slot, column) => (
        <SkillSlot
          key={slotName(slot)}
          name={slotName(slot)}
          column={column}
          skill={slot.kind === "utility" ? bar.utility[slot.index] : bar[slot.kind]}
          options={options}
          open={isFixed ? undefined : () => pick(slot)}
          empty={isFixed ? undefined : () => edit((now, known) => chooseSkill(now, known, slot, null))}
          utility={slot.kind === "utility" ? slot.index : null}
          dragKind={`utility-${environment}`}
          swap={(first, second) => edit((now) => swapUtility(now, environment, first, second))}
        />
      ))}
    </SlotRow>
  );
});

/** Utility skills of a revenant's second legend; their order is kept. */
export function InactiveLegendSkills({
  environment,
  heal,
  utility,
  elite,
  options,
  edit,
}: {
  environment: EnvironmentName;
  heal: SkillId | null;
  utility: SkillBar["utility"];
  elite: SkillId | null;
  options: EditorOptions;
  edit: EditLoadout;
}) {
  const all = [heal, ...utility, elite];
  return (
    <SlotRow label="Skills of the second legend">
      {slotsOf(environment).map((slot, column) => (
        <SkillSlot
          key={slotName(slot)}
          name={slotName(slot)}
          column={column}
          skill={all[column] ?? null}
          options={options}
          utility={slot.kind === "utility" ? slot.index : null}
          dragKind={`inactive-${environment}`}
          swap={(first, second) =>
            edit((loadout) => swapInactiveUtility(loadout, environment, first, second))
          }
        />
      ))}
    </SlotRow>
  );
}

function SlotRow({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <fieldset className="grid grid-cols-5 gap-1.5 sm:gap-2.5" onKeyDown={moveFocus}>
      <legend className="sr-only">{label}; arrow keys move, Alt with arrows exchanges utility skills</legend>
      {children}
    </fieldset>
  );
}

function SkillSlot({
  name,
  column,
  skill,
  options,
  open,
  empty,
  utility,
  dragKind,
  swap,
}: {
  name: string;
  column: number;
  skill: SkillId | null;
  options: EditorOptions;
  open?: (() => void) | undefined;
  empty?: (() => void) | undefined;
  /** Position among the utility skills. */
  utility: ThreeIndex | null;
  dragKind: string;
  swap: (first: ThreeIndex, second: ThreeIndex) => void;
}) {
  const record = skill === null ? undefined : options.catalog.skills.get(skill);
  const drag = useSwapDrag(dragKind, utility ?? 0, utility !== null && skill !== null, (from) => {
    if (utility !== null) swap(from as ThreeIndex, utility);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.altKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined;
    const other = THREE.find((index) => utility !== null && step !== undefined && index === utility + step);
    if (other !== undefined && utility !== null) {
      event.preventDefault();
      swap(utility, other);
      focusSibling(event, step ?? 0);
    } else if ((event.key === "Delete" || event.key === "Backspace") && skill !== null && empty) {
      event.preventDefault();
      empty();
    }
  };
  const shown = record?.name ?? (skill === null ? "empty" : `unknown skill ${skill}`);
  return (
    <button
      type="button"
      className="skill-slot flex min-w-0 flex-col items-center gap-1.5 rounded-lg border border-transparent p-1.5 text-center hover:bg-raised data-over:border-accent"
      data-cell={`${column},0`}
      data-fact={skill === null ? undefined : `skill:${skill}`}
      tabIndex={column === 0 ? 0 : -1}
      aria-label={`${name}: ${shown}`}
      aria-haspopup={open ? "dialog" : undefined}
      onClick={open}
      onKeyDown={onKeyDown}
      {...drag.source}
      {...(utility === null ? {} : drag.target)}
    >
      {skill === null ? (
        <span
          aria-hidden="true"
          className="flex size-12 items-center justify-center rounded-md border border-dashed border-line-strong text-xl text-ink-faint"
        >
          +
        </span>
      ) : (
        <IconTile name={shown} icon={record?.icon ? iconUrl(record.icon) : null} size="lg" />
      )}
      <span className="flex w-full flex-col">
        <span className="order-2 mt-0.5 text-[0.6875rem] text-ink-faint">{name}</span>{" "}
        <span
          className={`line-clamp-2 text-xs leading-tight break-words sm:text-sm ${skill === null ? "text-ink-faint" : "text-ink"}`}
        >
          {shown}
        </span>
      </span>
    </button>
  );
}

/** The focus goes with the skill that was moved. */
function focusSibling(event: KeyboardEvent<HTMLElement>, step: number): void {
  const row = event.currentTarget.parentElement;
  const cells = [...(row?.querySelectorAll<HTMLElement>("[data-cell]") ?? [])];
  const target = cells[cells.indexOf(event.currentTarget) + step];
  for (const cell of cells) cell.tabIndex = cell === target ? 0 : -1;
  target?.focus();
}
