"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";

/** The engine comes with it, so a page loads it only for those who ask. */
const AssumptionLab = lazy(async () => ({
  default: (await import("./assumption-lab.client.tsx")).AssumptionLab,
}));

/** Opens the figures of a loadout for other boons, enemies and uptimes, calculated in the browser. */
export function AssumptionsPanel({ code, icon }: { code: string; icon: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card aria-labelledby="assumptions">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h3 id="assumptions" className="text-lg">
            With other boons, another enemy
          </h3>
          <p className="text-sm text-ink-soft">
            Change what the figures assume and see them change. What one more point of an attribute is worth.
          </p>
        </div>
        {!isOpen && <Button onClick={() => setIsOpen(true)}>{icon} Try assumptions</Button>}
      </div>
      {isOpen && (
        <Suspense fallback={<p className="mt-4 text-sm text-ink-soft">Loading the engine …</p>}>
          <AssumptionLab code={code} />
        </Suspense>
      )}
    </Card>
  );
}
