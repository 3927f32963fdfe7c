"use client";

import { memo, type ReactNode, useMemo } from "react";
import { NotModelledPanel } from "#components/builds/not-modelled-panel.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { damageView } from "#lib/builds/damage-view.ts";
import type { EngineData } from "#lib/builds/editor/numbers/engine-facts.ts";
import {
  combatFigures,
  damageFigures,
  type FigureLookup,
  heroPanelFigures,
  lookup,
  supportFigures,
  survivalFigures,
} from "#lib/builds/editor/numbers/figures.ts";
import {
  type LiveReport,
  liveReport,
  type QuickReport,
  quickReport,
} from "#lib/builds/editor/numbers/live-report.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { notModelledView } from "#lib/builds/not-modelled-view.ts";
import { supportView } from "#lib/builds/support-view.ts";
import { AttributesTable } from "./attributes-table.tsx";
import type { Compared } from "./changes.tsx";
import { DamageSources } from "./damage-sources.tsx";
import { Headline } from "./headline.tsx";
import { LazyDetails } from "./lazy-details.client.tsx";
import { SupportTable } from "./support-table.tsx";
import { useAfterPaint } from "./use-after-paint.client.ts";

/**
 * What the loadout does, with every change: attributes, survival and measured damage in the same frame, estimated damage
 * and support right after it, unless a later change came before.
 */
export function LiveNumbers({
  loadout,
  saved,
  pinned,
  options: { engine, profession },
}: {
  loadout: Loadout;
  /** As it was saved last. */
  saved?: Loadout | undefined;
  /** A build to compare with. */
  pinned?: Loadout | undefined;
  options: EditorOptions;
}) {
  const comparable = pinned?.profession === profession ? pinned : undefined;
  const now = quickReport(loadout, engine);
  const quick = useCompared(saved, comparable, engine, quickLookup);
  const drawn = useAfterPaint(loadout);
  // These facts are of one profession: a loadout of the one before is not calculated with them.
  const settled = drawn.profession === loadout.profession ? drawn : loadout;
  const report = useMemo(() => liveReport(settled, engine), [settled, engine]);
  const whole = useCompared(saved, comparable, engine, wholeLookup);
  // A measured rotation gives the damage at once, an estimate only after the frame.
  const withDamage = loadout.template ? now : report;
  const [damage = null] = damageFigures(withDamage.numbers);
  const isEstimate = withDamage.numbers.ok && withDamage.numbers.value.damageSource.source === "estimate";
  return (
    <div className="flex flex-col gap-6" data-live={settled === loadout ? "settled" : "busy"}>
      <Legend saved={saved} pinned={pinned} isComparable={comparable !== undefined} />
      {now.numbers.ok ? (
        <>
          <Headline
            figures={survivalFigures(now.numbers.value)}
            damage={damage}
            isEstimate={isEstimate}
            isOutOfDate={withDamage === report && settled !== loadout}
            compared={quick}
            damageCompared={whole}
          />
          <Part title="Attributes">
            <AttributesTable numbers={now.numbers.value} index={engine.index} compared={quick} />
          </Part>
        </>
      ) : (
        <Notice>{now.numbers.error.message}</Notice>
      )}
      <Settled report={report} engine={engine} compared={whole} />
    </div>
  );
}

/** Damage, support output and what is left out. Drawn when the browser is free. */
const Settled = memo(function Settled({
  report: { numbers, support },
  engine,
  compared,
}: {
  report: LiveReport;
  engine: EngineData;
  compared: Compared;
}) {
  const known = numbers.ok ? numbers.value : null;
  const damage = known && damageView(known);
  return (
    <>
      {damage && (
        <Part title="Damage">
          <DamageSources damage={damage} />
        </Part>
      )}
      <Part title="Support">
        <SupportTable support={support} compared={compared} />
      </Part>
      <LazyDetails summary="What is not modelled">
        {() => (
          <NotModelledPanel
            notModelled={notModelledView(known)}
            notKnown={supportView(support).notKnown}
            dataDate={engine.dataDate}
          />
        )}
      </LazyDetails>
    </>
  );
});

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 text-base text-ink-soft">{title}</h3>
      {children}
    </div>
  );
}

/** What the signs beside the figures mean. */
function Legend({
  saved,
  pinned,
  isComparable,
}: {
  saved: Loadout | undefined;
  pinned: Loadout | undefined;
  isComparable: boolean;
}) {
  if (!saved && !pinned) return null;
  return (
    <p className="text-xs text-ink-faint">
      {saved && <>Plus and minus: since the last save. </>}
      {isComparable && <>◆ against the pinned build. </>}
      {pinned && !isComparable && (
        <>The pinned build is of another profession, so its figures are not compared here. </>
      )}
    </p>
  );
}

/** The figures to compare with, made again only when a loadout to compare with changes. */
function useCompared(
  saved: Loadout | undefined,
  pinned: Loadout | undefined,
  engine: EngineData,
  lookupOf: (loadout: Loadout, engine: EngineData) => FigureLookup,
): Compared {
  return useMemo(
    () => ({
      saved: saved ? lookupOf(saved, engine) : null,
      pinned: pinned ? lookupOf(pinned, engine) : null,
    }),
    [saved, pinned, engine, lookupOf],
  );
}

function quickLookup(loadout: Loadout, engine: EngineData): FigureLookup {
  return lookup(attributesOf(quickReport(loadout, engine)));
}

function wholeLookup(loadout: Loadout, engine: EngineData): FigureLookup {
  const { numbers, support } = liveReport(loadout, engine);
  return lookup([...damageFigures(numbers), ...supportFigures(support)]);
}

function attributesOf({ numbers }: QuickReport) {
  if (!numbers.ok) return [];
  const { value } = numbers;
  return [...heroPanelFigures(value), ...combatFigures(value), ...survivalFigures(value)];
}
