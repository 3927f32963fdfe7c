"use client";

import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Card } from "#components/ui/card.tsx";
import type { FormAction } from "#components/ui/form-state.ts";
import { valueOfCurrentGear } from "#lib/gear/current-gear.ts";
import type { GearKit, GearRefusal, GearSettings, GearSubject } from "#lib/gear/schema.ts";
import { settingsFromParams, settingsToParams } from "#lib/gear/settings-link.ts";
import { ResultsPanel } from "./results-panel.client.tsx";
import { SearchStatus } from "./search-status.tsx";
import { SettingsForm } from "./settings-form.client.tsx";
import { useGearSearch } from "./use-gear-search.client.ts";

/** Milliseconds after the last change of a setting before the search starts again. */
const SETTLE_MS = 200;

/** Settings beside results. After the first search every change of a setting searches again. */
export function Optimizer({
  kit,
  initial,
  subject,
  isOwnBuild,
  startsAtOnce,
  apply,
}: {
  kit: GearKit;
  initial: GearSettings;
  subject: GearSubject;
  isOwnBuild: boolean;
  startsAtOnce: boolean;
  apply: FormAction;
}) {
  const form = useRef<HTMLFormElement>(null);
  const results = useRef<HTMLElement>(null);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [settings, setSettings] = useState(initial);
  const [refusal, setRefusal] = useState<GearRefusal | null>(null);
  const [isReady, setIsReady] = useState(false);
  const { view, start, cancel } = useGearSearch(kit);
  const current = useMemo(() => valueOfCurrentGear(kit, settings), [kit, settings]);

  const latest = useRef({ view, startsAtOnce });
  useEffect(() => {
    latest.current = { view, startsAtOnce };
  });

  const search = useCallback(() => {
    clearTimeout(settling.current);
    const read = settingsFromParams(paramsOf(form.current));
    setRefusal(read.ok ? null : read.error);
    if (!read.ok) return;
    startTransition(() => setSettings(read.value));
    // In a task of its own, as is everything below that takes milliseconds.
    settling.current = setTimeout(() => {
      start(read.value);
      window.history.replaceState(window.history.state, "", addressOf(subject, read.value));
    }, 0);
  }, [start, subject]);

  const change = useCallback(() => {
    const { view: shown, startsAtOnce: isStarted } = latest.current;
    if (shown.phase === "idle" && !isStarted) return;
    clearTimeout(settling.current);
    settling.current = setTimeout(search, SETTLE_MS);
  }, [search]);

  const startFromButton = useCallback(() => {
    search();
    requestAnimationFrame(() => results.current?.scrollIntoView({ block: "start" }));
  }, [search]);

  useEffect(() => {
    setIsReady(true);
    if (startsAtOnce) search();
    return () => clearTimeout(settling.current);
  }, [startsAtOnce, search]);

  return (
    <div
      className="grid gap-6 lg:grid-cols-[22rem_minmax(0,1fr)] lg:items-start"
      data-ready={isReady || undefined}
    >
      <Card className="min-w-0">
        <h2 className="sr-only">Settings</h2>
        <SettingsForm
          form={form}
          kit={kit}
          settings={initial}
          subject={subject}
          refusal={refusal ?? view.refusal}
          onChange={change}
          onStart={startFromButton}
        />
      </Card>
      <section ref={results} aria-label="Results" className="flex min-w-0 scroll-mt-4 flex-col gap-6">
        <SearchStatus
          view={view}
          goal={settings.objective.goal}
          topK={settings.results}
          refusal={refusal}
          onCancel={cancel}
          onStart={startFromButton}
        />
        {view.results.length > 0 && (
          <ResultsPanel
            kit={kit}
            settings={settings}
            subject={subject}
            results={view.results}
            current={current}
            isRunning={view.phase === "running"}
            isOwnBuild={isOwnBuild}
            apply={apply}
          />
        )}
      </section>
    </div>
  );
}

function paramsOf(form: HTMLFormElement | null): URLSearchParams {
  const params = new URLSearchParams();
  if (!form) return params;
  for (const [name, value] of new FormData(form)) if (typeof value === "string") params.append(name, value);
  return params;
}

/** The address that opens this search again and starts it. */
function addressOf(subject: GearSubject, settings: GearSettings): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(subject)) if (value) params.set(name, value);
  for (const [name, value] of settingsToParams(settings)) params.append(name, value);
  params.set("run", "1");
  return `/optimizer?${params}`;
}
