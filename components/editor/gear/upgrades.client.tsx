"use client";

import { memo, type ReactNode, useState } from "react";
import { SMALL_BUTTON } from "#components/editor/panel.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { chosenItem, type GearChoice } from "#lib/builds/editor/gear/gear-choices.ts";
import {
  chooseExtra,
  chooseJadeBotCore,
  choosePvpAmulet,
  chooseRune,
  chooseRuneOf,
  EXTRA_NAMES,
  type ExtraKind,
  runesOf,
} from "#lib/builds/editor/gear/gear-edits.ts";
import { givenText } from "#lib/builds/editor/gear/given.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import { ARMOR_SLOTS, type Loadout } from "#lib/builds/loadout.ts";
import { GEAR_SLOT_NAMES } from "#lib/builds/slot-names.ts";
import { ChoiceButton } from "./choice-button.tsx";
import type { Picking } from "./gear-picker.client.tsx";
import { moveInRows, rememberStop } from "./move-in-rows.ts";
import { extraPicking, runePicking } from "./picking.tsx";
import type { Act } from "./use-act.client.ts";

const TIERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

interface Props {
  readonly loadout: Loadout;
  readonly options: EditorOptions;
  readonly act: Act;
  readonly pick: (make: (loadout: Loadout, options: EditorOptions) => Picking) => void;
}

/** Rune, relic, food, utility item and what else is worn once. */
export const Upgrades = memo(AllUpgrades, hasSameUpgrades);

/** A change of the pieces draws nothing here. */
function hasSameUpgrades(before: Props, after: Props): boolean {
  const [old, now] = [before.loadout.equipment, after.loadout.equipment];
  return (
    before.options === after.options &&
    before.act === after.act &&
    before.pick === after.pick &&
    before.loadout.mode === after.loadout.mode &&
    ([...Object.keys(old), ...Object.keys(now)] as (keyof typeof now)[]).every(
      (key) => key === "pieces" || old[key] === now[key],
    )
  );
}

function AllUpgrades({ loadout, options, act, pick }: Props) {
  const { mode, equipment } = loadout;
  const isPvp = mode === "pvp";
  const extras: readonly ExtraKind[] = isPvp ? ["relic"] : ["relic", "food", "utility"];
  return (
    <div role="toolbar" aria-label="Upgrades and consumables" onKeyDown={moveInRows} onFocus={rememberStop}>
      <Runes loadout={loadout} options={options} act={act} pick={pick} />
      {extras.map((kind) => (
        <Line key={kind} title={EXTRA_NAMES[kind]} choice={chosenItem(equipment[kind], options)}>
          <ChoiceButton
            label={EXTRA_NAMES[kind]}
            kind="extra"
            empty="None"
            choice={chosenItem(equipment[kind], options)}
            wide
            open={() => pick((now, known) => extraPicking(kind, { loadout: now, options: known, act }))}
            clear={() => act((now, known) => chooseExtra(now, known, kind, null))}
          />
        </Line>
      ))}
      {mode === "pve" && (
        <Line title="Jade bot core" choice={null}>
          <select
            aria-label="Jade bot core"
            className={`${INPUT_CLASS} py-1.5! text-sm!`}
            value={equipment.jadeBotCore ?? ""}
            onChange={({ target }) =>
              act((now) => chooseJadeBotCore(now, target.value === "" ? null : Number(target.value)))
            }
          >
            <option value="">None</option>
            {TIERS.map((tier) => (
              <option key={tier} value={tier}>
                Tier {tier}
              </option>
            ))}
          </select>
        </Line>
      )}
      {isPvp && <PvpAmulet loadout={loadout} options={options} act={act} />}
    </div>
  );
}

function Runes({ loadout, options, act, pick }: Props) {
  const runes = runesOf(loadout);
  const isMixed = Array.isArray(loadout.equipment.runes);
  const [isSplit, setIsSplit] = useState(false);
  const showsSix = isMixed || isSplit;
  const open = (index: number | null) =>
    pick((now, known) => runePicking(index, { loadout: now, options: known, act }));
  const first = chosenItem(runes[0] ?? null, options);
  return (
    <Line title="Rune" choice={showsSix ? null : first}>
      <div className="flex flex-col gap-1.5">
        {showsSix ? (
          <div data-row className="grid grid-cols-2 gap-1.5 xl:grid-cols-3">
            {ARMOR_SLOTS.map((slot, index) => {
              const choice = chosenItem(runes[index] ?? null, options);
              return (
                <div key={slot} className="min-w-0">
                  <span aria-hidden="true" className="text-xs text-ink-faint">
                    {GEAR_SLOT_NAMES[slot]}
                  </span>
                  <ChoiceButton
                    label={`Rune, ${GEAR_SLOT_NAMES[slot].toLowerCase()}`}
                    kind={`rune ${slot}`}
                    empty="None"
                    choice={choice}
                    shown={choice?.name.replace(/^(Superior )?Rune of (the )?/, "")}
                    isFirst={index === 0}
                    wide
                    open={() => open(index)}
                    clear={() => act((now, known) => chooseRuneOf(now, known, index, null))}
                  />
                </div>
              );
            })}
          </div>
        ) : (
          <div data-row>
            <ChoiceButton
              label="Rune, all six pieces"
              kind="extra"
              empty="None"
              choice={first}
              isFirst
              wide
              open={() => open(null)}
              clear={() => act((now, known) => chooseRune(now, known, null))}
            />
          </div>
        )}
        <div>
          {isMixed ? (
            <button
              type="button"
              className={SMALL_BUTTON}
              onClick={() => act((now, known) => chooseRune(now, known, runesOf(now)[0] ?? null))}
            >
              The helm's rune on all six
            </button>
          ) : (
            <button type="button" className={SMALL_BUTTON} onClick={() => setIsSplit(!isSplit)}>
              {isSplit ? "One rune for all six" : "Different runes"}
            </button>
          )}
        </div>
      </div>
    </Line>
  );
}

/** One line of the list, with what the choice gives below it. */
function Line({
  title,
  choice,
  children,
}: {
  title: string;
  choice: GearChoice | null;
  children: ReactNode;
}) {
  return (
    <div
      data-row
      className="border-line/60 border-b py-2 last:border-0 sm:grid sm:grid-cols-[6.5rem_1fr] sm:items-start sm:gap-2"
    >
      <p aria-hidden="true" className="pb-1 text-sm text-ink-soft sm:pt-2">
        {title}
      </p>
      <div className="min-w-0">
        {children}
        {choice && choice.given.length > 0 && (
          <p className="mt-1 text-xs text-ink-faint">{givenText(choice.given)}</p>
        )}
      </div>
    </div>
  );
}

function PvpAmulet({ loadout, options, act }: { loadout: Loadout; options: EditorOptions; act: Act }) {
  const amulets = options.catalog.pvpAmulets.all;
  const chosen = loadout.equipment.pvpAmulet;
  if (amulets.length === 0 && chosen === null) {
    return (
      <p className="py-2 text-sm text-ink-soft">
        The game data of this site lists no PvP amulets, so none can be chosen yet.
      </p>
    );
  }
  const isKnown = amulets.some(({ id }) => id === chosen);
  return (
    <Line title="PvP amulet" choice={null}>
      <select
        aria-label="PvP amulet"
        className={`${INPUT_CLASS} py-1.5! text-sm!`}
        value={chosen ?? ""}
        onChange={({ target }) =>
          act((now, known) => choosePvpAmulet(now, known, target.value === "" ? null : Number(target.value)))
        }
      >
        <option value="">None</option>
        {chosen !== null && !isKnown && <option value={chosen}>Unknown amulet {chosen}</option>}
        {amulets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Line>
  );
}
