"use client";

import { memo, useEffect, useRef, useState } from "react";
import { IconTile } from "#components/game/icon-tile.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { THREE, type ThreeIndex } from "#lib/builds/editor/edit.ts";
import { chooseLine, chooseTrait, ELITE_LINE, swapLines } from "#lib/builds/editor/lines.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout, SpecializationLine } from "#lib/builds/loadout.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import type { Specialization } from "#lib/catalog/schema.ts";
import type { TraitId } from "#lib/shared/ids.ts";
import { LinePicker } from "./line-picker.client.tsx";
import { SMALL_BUTTON } from "./panel.tsx";
import { moveFocus } from "./roving.ts";
import type { EditLoadout } from "./use-editor.client.ts";
import { useSwapDrag } from "./use-swap-drag.client.ts";

const TIER_NAMES = ["Adept", "Master", "Grandmaster"] as const;

/** The three specialization lines with their nine major traits each. */
export const LinesPanel = memo(function LinesPanel({
  lines,
  options,
  edit,
}: {
  lines: Loadout["specializations"];
  options: EditorOptions;
  edit: EditLoadout;
}) {
  const [picking, setPicking] = useState<ThreeIndex | null>(null);
  const chosen = useRef(false);
  const panel = useRef<HTMLDivElement>(null);
  const held = lines.map((line) => line?.id ?? 0).join();
  const shown = useRef(held);
  // The button that opened the list may be gone: the line that it became has the next thing to do.
  useEffect(() => {
    const position = held.split(",").findIndex((id, index) => id !== shown.current.split(",")[index]);
    shown.current = held;
    if (!chosen.current || position < 0) return;
    chosen.current = false;
    const line = panel.current?.querySelectorAll(":scope > *")[position];
    line?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus();
  }, [held]);
  return (
    <div ref={panel} className="flex flex-col gap-3">
      {THREE.map((position) => (
        <Line
          key={position}
          position={position}
          line={lines[position]}
          options={options}
          edit={edit}
          pick={setPicking}
        />
      ))}
      {picking !== null && (
        <LinePicker
          position={picking}
          lines={lines}
          options={options}
          edit={edit}
          close={() => setPicking(null)}
          onChosen={() => {
            chosen.current = true;
          }}
        />
      )}
    </div>
  );
});

const Line = memo(function Line({
  position,
  line,
  options,
  edit,
  pick,
}: {
  position: ThreeIndex;
  line: SpecializationLine | null;
  options: EditorOptions;
  edit: EditLoadout;
  pick: (position: ThreeIndex) => void;
}) {
  const record = line && options.catalog.specializations.get(line.id);
  const number = position + 1;
  const drag = useSwapDrag("line", position, line !== null, (from) =>
    edit((loadout, options) => swapLines(loadout, options, from as ThreeIndex, position)),
  );
  if (!line) {
    return (
      <button
        type="button"
        className="flex min-h-20 w-full items-center justify-center rounded-xl border border-dashed border-line-strong text-sm text-ink-soft hover:border-accent hover:text-ink"
        onClick={() => pick(position)}
        {...drag.target}
      >
        {`Choose specialization ${number}`}
        {position === ELITE_LINE && <span className="ml-1.5 text-ink-faint">(core or elite)</span>}
      </button>
    );
  }
  return (
    <article
      aria-label={`Line ${number}: ${record?.name ?? "unknown specialization"}`}
      className="rounded-xl border border-line border-l-[3px] border-l-[color-mix(in_oklab,var(--profession)_70%,transparent)] bg-ground/40 data-over:border-accent"
      {...drag.target}
    >
      <div className="flex flex-col gap-3 p-3 sm:flex-row sm:items-center sm:gap-5">
        <header className="flex items-center gap-3 sm:w-44 sm:shrink-0 lg:w-52" {...drag.source}>
          <IconTile
            name={record?.name ?? "?"}
            icon={record?.icon ? iconUrl(record.icon) : null}
            size="lg"
            round
          />
          <div className="min-w-0 flex-1">
            <h3 className="flex flex-wrap items-center gap-x-2 text-base leading-tight">
              {record?.name ?? `Unknown specialization ${line.id}`}
              {record?.elite && <Badge tone="accent">Elite</Badge>}
            </h3>
            <span className="mt-1.5 flex gap-1.5">
              <button
                type="button"
                className={SMALL_BUTTON}
                onClick={() => pick(position)}
                aria-label={`Change specialization ${number}`}
              >
                Change
              </button>
              <button
                type="button"
                className={SMALL_BUTTON}
                aria-label={`Take out specialization ${number}`}
                onClick={() => edit((loadout, options) => chooseLine(loadout, options, position, null))}
              >
                Take out
              </button>
            </span>
          </div>
        </header>
        {record && <Traits position={position} line={line} record={record} options={options} edit={edit} />}
        {record && <Chosen line={line} options={options} />}
      </div>
    </article>
  );
});

/** The chosen traits by name, for those who do not know them by their icons. */
function Chosen({ line, options }: { line: SpecializationLine; options: EditorOptions }) {
  return (
    <ol aria-label="Chosen traits" className="flex flex-col gap-0.5 text-xs sm:ml-auto sm:w-36 lg:w-40">
      {THREE.map((tier) => {
        const id = line.traits[tier];
        const name = id === null ? null : (options.catalog.traits.get(id)?.name ?? `Unknown trait ${id}`);
        return (
          <li key={tier} className={name === null ? "text-ink-faint" : "text-ink-soft"}>
            {name ?? `No ${TIER_NAMES[tier].toLowerCase()} trait`}
          </li>
        );
      })}
    </ol>
  );
}

/** Nine major traits between the minor ones: one stop of the Tab key, arrows within, Enter or Space chooses. */
const Traits = memo(function Traits({
  position,
  line,
  record,
  options,
  edit,
}: {
  position: ThreeIndex;
  line: SpecializationLine;
  record: Specialization;
  options: EditorOptions;
  edit: EditLoadout;
}) {
  const choose = (tier: ThreeIndex, id: TraitId) =>
    edit((loadout, options) => chooseTrait(loadout, options, position, tier, id));
  const [adept] = line.traits;
  const chosenRow = adept === null ? -1 : record.majorTraits.slice(0, 3).indexOf(adept);
  return (
    <fieldset
      className="flex items-center justify-between gap-1 sm:justify-start sm:gap-4"
      onKeyDown={moveFocus}
    >
      <legend className="sr-only">Traits of {record.name}; arrow keys move</legend>
      {THREE.map((tier) => (
        <div key={tier} className="flex items-center gap-1.5 sm:gap-3">
          <Trait id={record.minorTraits[tier]} options={options} />
          <div className="flex flex-col gap-1.5">
            {record.majorTraits.slice(tier * 3, tier * 3 + 3).map((id, row) => (
              <MajorTrait
                key={id}
                id={id}
                kind={`${TIER_NAMES[tier]} trait`}
                cell={`${tier},${row}`}
                isFirst={tier === 0 && row === Math.max(0, chosenRow)}
                isChosen={line.traits[tier] === id}
                options={options}
                choose={() => choose(tier, id)}
              />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
});

function Trait({ id, options }: { id: TraitId | undefined; options: EditorOptions }) {
  const trait = id === undefined ? undefined : options.catalog.traits.get(id);
  if (!trait) return null;
  return (
    <span className="trait" data-chosen="minor" data-fact={`trait:${trait.id}`}>
      <IconTile name={trait.name} icon={trait.icon ? iconUrl(trait.icon) : null} size="sm" round />
      <span className="sr-only">{`${trait.name}, minor trait`}</span>
    </span>
  );
}

function MajorTrait({
  id,
  kind,
  cell,
  isFirst,
  isChosen,
  options,
  choose,
}: {
  id: TraitId;
  kind: string;
  cell: string;
  isFirst: boolean;
  isChosen: boolean;
  options: EditorOptions;
  choose: () => void;
}) {
  const trait = options.catalog.traits.get(id);
  const name = trait?.name ?? `Unknown trait ${id}`;
  return (
    <button
      type="button"
      className="trait"
      data-chosen={isChosen ? "major" : undefined}
      data-fact={`trait:${id}`}
      data-cell={cell}
      tabIndex={isFirst ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={`${name}, ${kind}`}
      onClick={choose}
    >
      <IconTile name={name} icon={trait?.icon ? iconUrl(trait.icon) : null} />
    </button>
  );
}
