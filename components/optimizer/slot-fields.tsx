import { INPUT_CLASS } from "#components/ui/field.tsx";
import { statSetTitle } from "#lib/builds/schema.ts";
import { type GearKit, type GearSettings, slotName, slotsInUse, WEAPON_HANDS } from "#lib/gear/schema.ts";
import { KEPT } from "#lib/gear/settings-link.ts";
import { pieceName } from "#lib/gear/slot-plan.ts";

const HANDS_NAMES = {
  "two-handed": "Two-handed",
  dual: "Main and off hand",
  "one-handed": "Main hand only",
  none: "None",
} as const;

/** Rarity, weapons, and what single slots hold. */
export function SlotFields({
  kit,
  settings,
  errorOf,
}: {
  kit: GearKit;
  settings: GearSettings;
  errorOf: (name: string) => string | undefined;
}) {
  const hands = settings.hands ?? kit.hands;
  const stats = kit.points.combinations.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "en"));
  const error = errorOf("slot");
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <label className="flex flex-col gap-1.5 text-sm text-ink-soft">
          Rarity
          <select name="rarity" defaultValue={settings.rarity} className={`${INPUT_CLASS} py-2! text-sm!`}>
            <option value="ascended">Ascended, legendary</option>
            <option value="exotic">Exotic</option>
          </select>
        </label>
        <label className="flex flex-col gap-1.5 text-sm text-ink-soft">
          Weapons
          <select name="hands" defaultValue={hands} className={`${INPUT_CLASS} py-2! text-sm!`}>
            {WEAPON_HANDS.map((each) => (
              <option key={each} value={each}>
                {HANDS_NAMES[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error && (
        <p role="alert" className="text-sm text-bad">
          {error}
        </p>
      )}
      {slotsInUse("dual").map((slot) => {
        const several = settings.slotStatSets[slot] ?? [];
        const worn = kit.current?.slots[slot];
        const fault = errorOf(`slot.${slot}`);
        return (
          <label
            key={slot}
            className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-2 text-sm text-ink-soft"
          >
            {slotName(slot, hands)}
            <select
              name={`slot.${slot}`}
              defaultValue={
                settings.keptSlots.includes(slot)
                  ? KEPT
                  : several.length === 1
                    ? several[0]
                    : several.join(" ")
              }
              className={`${INPUT_CLASS} py-1.5! text-sm!`}
              aria-invalid={fault ? true : undefined}
            >
              <option value="">Any chosen stat set</option>
              {worn && <option value={KEPT}>Keep {statSetTitle(pieceName(worn))}</option>}
              {several.length > 1 && (
                <option value={several.join(" ")}>{several.map(statSetTitle).join(" or ")}</option>
              )}
              {stats.map((name) => (
                <option key={name} value={name}>
                  {statSetTitle(name)}
                </option>
              ))}
            </select>
            {fault && (
              <span role="alert" className="col-span-2 text-bad">
                {fault}
              </span>
            )}
          </label>
        );
      })}
    </>
  );
}
