import { CATALOG_KINDS, type CatalogData, type CatalogKind } from "../schema.ts";

export interface RecordRef {
  readonly id: number | string;
  readonly name: string;
}

export interface RecordChange extends RecordRef {
  /** Names of the changed fields; short values as "rechargeSeconds 30 → 25". */
  readonly fields: readonly string[];
}

export interface KindChanges {
  readonly kind: CatalogKind;
  readonly added: readonly RecordRef[];
  readonly removed: readonly RecordRef[];
  readonly changed: readonly RecordChange[];
}

/** What is new, gone and different, by kind and name; kinds without a change are left out. */
export function diffCatalogs(before: CatalogData | undefined, after: CatalogData): KindChanges[] {
  return CATALOG_KINDS.map((kind) => diffKind(kind, before?.[kind] ?? [], after[kind])).filter(
    ({ added, removed, changed }) => added.length + removed.length + changed.length > 0,
  );
}

type AnyRecord = CatalogData[CatalogKind][number];

function diffKind(kind: CatalogKind, before: readonly AnyRecord[], after: readonly AnyRecord[]): KindChanges {
  const old = new Map(before.map((record) => [refOf(record).id, record]));
  const fresh = new Map(after.map((record) => [refOf(record).id, record]));
  return {
    kind,
    added: after.map(refOf).filter((ref) => !old.has(ref.id)),
    removed: before.map(refOf).filter((ref) => !fresh.has(ref.id)),
    changed: after.flatMap((record) => {
      const ref = refOf(record);
      const previous = old.get(ref.id);
      const fields = previous ? changedFields(previous, record) : [];
      return fields.length > 0 ? [{ ...ref, fields }] : [];
    }),
  };
}

function refOf(record: AnyRecord): RecordRef {
  if ("profession" in record && "pairs" in record) return { id: record.profession, name: record.profession };
  return { id: record.id, name: record.name ?? String(record.id) };
}

function changedFields(before: AnyRecord, after: AnyRecord): string[] {
  const old = new Map(Object.entries(before));
  const fresh = new Map(Object.entries(after));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [a, b] = [old.get(field), fresh.get(field)];
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    return [isShort(a) && isShort(b) ? `${field} ${shown(a)} → ${shown(b)}` : field];
  });
}

const LONGEST_SHOWN = 40;

function isShort(value: unknown): boolean {
  return typeof value !== "object" && shown(value).length <= LONGEST_SHOWN;
}

function shown(value: unknown): string {
  return value === undefined ? "(none)" : String(value);
}

/** Lines for people: a heading per kind, then "+ added", "- removed" and "~ changed: fields". */
export function describeChanges(changes: readonly KindChanges[]): string[] {
  if (changes.length === 0) return ["Nothing changed."];
  return changes.flatMap(({ kind, added, removed, changed }) => [
    `${kind}: ${added.length} added, ${removed.length} removed, ${changed.length} changed`,
    ...added.map((ref) => `  + ${ref.name} (${ref.id})`),
    ...removed.map((ref) => `  - ${ref.name} (${ref.id})`),
    ...changed.map((ref) => `  ~ ${ref.name} (${ref.id}): ${ref.fields.join(", ")}`),
  ]);
}
