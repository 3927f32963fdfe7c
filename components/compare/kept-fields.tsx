import { type CompareQuery, compareHref } from "#lib/builds/compare/schema.ts";

/** What a form of the page sends on besides its own fields. */
export function KeptFields({ query, without }: { query: CompareQuery; without: readonly string[] }) {
  const search = new URLSearchParams(compareHref(query).split("?")[1] ?? "");
  return [...search]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}
