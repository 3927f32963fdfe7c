"use client";

import { useEffect, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type EngineParcel, parcelNumbers } from "#lib/builds/engine-parcel.ts";
import type { Assumptions } from "#lib/builds/loadout-assumptions.ts";
import { AssumptionFields, EffectFields } from "./assumption-fields.client.tsx";
import { ComparedFigures } from "./compared-figures.tsx";
import { MarginalTable } from "./marginal-table.tsx";

/** The engine in the browser: a loadout's figures, again with every change of its assumptions. */
export function AssumptionLab({ code }: { code: string }) {
  const [loaded, retry] = useParcel(code);
  if (loaded.kind === "loading") return <p className="mt-4 text-sm text-ink-soft">Loading the figures …</p>;
  if (loaded.kind === "failed") {
    return (
      <Notice tone="warn" title="The figures did not arrive" className="mt-4">
        <p className="mb-2">{loaded.message}</p>
        <Button onClick={retry}>Try again</Button>
      </Notice>
    );
  }
  return <Lab parcel={loaded.parcel} />;
}

function Lab({ parcel }: { parcel: EngineParcel }) {
  const saved = parcel.loadout.assumptions;
  const [assumptions, setAssumptions] = useState<Assumptions>(saved);
  const before = useMemo(() => parcelNumbers(parcel), [parcel]);
  const after = useMemo(() => parcelNumbers(parcel, assumptions), [parcel, assumptions]);
  if (!before.ok) return <Notice className="mt-4">{before.error.message}</Notice>;
  return (
    <div className="mt-4 grid gap-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
      <div className="flex flex-col gap-4">
        <AssumptionFields parcel={parcel} assumptions={assumptions} onChange={setAssumptions} />
        <div>
          <Button onClick={() => setAssumptions(saved)} disabled={assumptions === saved}>
            As the build states
          </Button>
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:row-span-2" aria-live="polite">
        {after.ok ? (
          <>
            <ComparedFigures before={before.value} after={after.value} />
            <MarginalTable input={after.value.input} />
          </>
        ) : (
          <Notice tone="warn">{after.error.message}</Notice>
        )}
      </div>
      <EffectFields effects={before.value.effects} assumptions={assumptions} onChange={setAssumptions} />
    </div>
  );
}

type Loaded =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "ready"; readonly parcel: EngineParcel };

function useParcel(code: string): readonly [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  const address = `/api/engine?${new URLSearchParams({ loadout: code })}${attempt > 0 ? `&attempt=${attempt}` : ""}`;
  useEffect(() => {
    const stop = new AbortController();
    setLoaded({ kind: "loading" });
    fetchParcel(address, stop.signal).then(
      (parcel) => setLoaded({ kind: "ready", parcel }),
      (error: unknown) => {
        if (!stop.signal.aborted) setLoaded({ kind: "failed", message: messageOf(error) });
      },
    );
    return () => stop.abort();
  }, [address]);
  return [loaded, () => setAttempt((count) => count + 1)];
}

async function fetchParcel(address: string, signal: AbortSignal): Promise<EngineParcel> {
  const response = await fetch(address, { signal });
  const body = (await response.json()) as { parcel?: EngineParcel; error?: { message?: string } };
  if (body.parcel) return body.parcel;
  throw new Error(body.error?.message ?? "The server did not answer as expected.");
}

function messageOf(error: unknown): string {
  // fetch fails with a TypeError where there is no connection.
  if (error instanceof TypeError || !(error instanceof Error)) {
    return "There is no connection to the server. Check it and try again.";
  }
  return error.message;
}
