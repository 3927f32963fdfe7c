import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Comparison, FigureTable } from "#lib/builds/compare/view.ts";
import { BarChart } from "./bar-chart.tsx";
import { FigureColumns, TextColumns } from "./column-table.tsx";

/** Charts, figures and loadouts of a comparison. */
export function ComparisonSections({ comparison }: { comparison: Comparison }) {
  const { builds, charts, tables, capabilities, differences, same, withoutNumbers } = comparison;
  const named = (...ids: string[]) => tables.filter(({ id }) => ids.includes(id));
  const figures = (shown: readonly FigureTable[]) =>
    shown.map((table) => (
      <Titled key={table.id} title={table.title}>
        <FigureColumns table={table} builds={builds} />
      </Titled>
    ));
  const heroPanel = named("hero-panel");
  return (
    <>
      {withoutNumbers && <Notice>{withoutNumbers}</Notice>}
      {charts.length > 0 && (
        <Section id="charts" title="At a glance">
          {charts.map((chart) => (
            <BarChart key={chart.id} chart={chart} />
          ))}
          <p className="text-xs text-ink-faint">★ marks the best figure of its kind.</p>
        </Section>
      )}
      {!withoutNumbers && (
        <>
          <Section id="damage" title="Damage and survivability">
            {figures(named("damage", "survivability"))}
          </Section>
          <Section id="attributes" title="Attributes">
            {figures(named("attributes"))}
            {heroPanel.length > 0 && (
              <details className="border-t border-line pt-3 text-sm">
                <summary className="mb-3 text-ink-soft">Attributes in the hero panel</summary>
                {heroPanel.map((table) => (
                  <FigureColumns key={table.id} table={table} builds={builds} />
                ))}
              </details>
            )}
          </Section>
        </>
      )}
      <Section id="support" title="Support">
        {figures(named("boons-allies", "boons-self", "healing", "conditions"))}
        {capabilities.length > 0 && (
          <Titled title="Stun breaks, combos and the like">
            <TextColumns caption="Stun breaks, combos and the like" rows={capabilities} builds={builds} />
          </Titled>
        )}
      </Section>
      <Section id="loadouts" title="Loadouts">
        {differences.length > 0 ? (
          <TextColumns caption="In what the loadouts differ" rows={differences} builds={builds} />
        ) : (
          <p className="text-sm text-ink-soft">They wear the same and have the same slotted.</p>
        )}
        {same.length > 0 && (
          <details className="border-t border-line pt-3 text-sm">
            <summary className="mb-3 text-ink-soft">What is the same ({same.length})</summary>
            <TextColumns caption="What is the same" rows={same} builds={builds} />
          </details>
        )}
      </Section>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Card aria-labelledby={id} className="flex flex-col gap-6">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </Card>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 text-base text-ink-soft">{title}</h3>
      {children}
    </div>
  );
}
