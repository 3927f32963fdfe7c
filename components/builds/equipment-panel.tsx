import { IconTile } from "#components/game/icon-tile.tsx";
import { Card } from "#components/ui/card.tsx";
import type { EquipmentPieceView, EquipmentView } from "#lib/builds/view.ts";

/** Stat sets, runes, sigils, infusions and consumables by name. */
export function EquipmentPanel({ equipment: { groups, extras } }: { equipment: EquipmentView }) {
  return (
    <section aria-labelledby="equipment">
      <h2 id="equipment" className="mb-3 text-xl">
        Equipment
      </h2>
      <div className="grid gap-3 md:grid-cols-2">
        <Card className="flex flex-col gap-4">
          {groups.map(({ name, pieces }) => (
            <div key={name}>
              <h3 className="mb-1.5 text-base text-ink-soft">{name}</h3>
              <dl>
                {pieces.map((piece) => (
                  <Piece key={piece.slot} piece={piece} />
                ))}
              </dl>
            </div>
          ))}
          {groups.length === 0 && <p className="text-sm text-ink-soft">No stat sets are stated.</p>}
        </Card>
        {extras.length > 0 && (
          <Card>
            <ul className="flex flex-col gap-3">
              {extras.map(({ label, name, icon }) => (
                <li key={`${label} ${name}`} className="flex items-center gap-3">
                  <IconTile name={name} icon={icon} />
                  <span className="min-w-0">
                    <span className="block text-sm">{name}</span>
                    <span className="block text-xs text-ink-faint">{label}</span>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </section>
  );
}

function Piece({ piece: { slot, statSet, rarity, items } }: { piece: EquipmentPieceView }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5 text-sm last:border-0">
      <dt className="text-ink-soft">{slot}</dt>
      <dd className="text-right">
        {statSet ?? "No stat set"} <span className="text-xs text-ink-faint">{rarity}</span>
        {items.length > 0 && <span className="block text-xs text-ink-soft">{items.join(", ")}</span>}
      </dd>
    </div>
  );
}
