import type { LoadRequest } from "./load.ts";
import { fetchRaw } from "./page-scripts.ts";

/** What readers of a library ask for, by kind; each kind is asked for as often as the others. */
const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  newest: [""],
  text: ["q=firebrand", "q=healing+scourge", "q=quick+raptor", "q=soulbeast+axe", "q=burning+quaggan"],
  typo: ["q=fierbrand", "q=quagan+storm", "q=soulbest", "q=lantren+solo", "q=karomy"],
  "text and filters": [
    "q=fierbrand&mode=pve&weapon=Axe",
    "q=raptor&profession=Guardian",
    "q=golden&boon=Might&mode=wvw",
  ],
  filters: [
    "mode=pve",
    "profession=Guardian&mode=wvw",
    "elite=Firebrand&stats=Viper&boon=Quickness",
    "weapon=Longbow&state=current",
    "author=player+77",
  ],
  "best rated": ["sort=rating", "sort=rating&profession=Thief", "sort=rating&elite=Druid&weapon=Axe"],
  "most copied": ["sort=forks", "sort=forks&mode=pvp"],
  "most viewed": ["sort=views", "sort=views&q=healing"],
};
/** Searches that are gone on with, and to which page. */
const LATER: readonly (readonly [search: string, page: number])[] = [
  ["", 2],
  ["", 6],
  ["q=firebrand", 2],
  ["q=raptor", 4],
  ["sort=rating", 3],
  ["mode=pve", 5],
];

/** Requests of all kinds in turn. */
export async function libraryRequests(base: string): Promise<(index: number) => LoadRequest> {
  const later = await Promise.all(LATER.map(([search, page]) => addressOf(base, search, page)));
  const kinds = Object.entries({ ...SEARCHES, "later pages": later });
  return (index) => {
    const [kind, searches] = kinds[index % kinds.length] ?? ["newest", [""]];
    const search = searches[Math.floor(index / kinds.length) % searches.length] ?? "";
    return { kind, path: `/library${search && `?${search}`}`, status: 200 };
  };
}

/** The search of a later page, as its link stands on the page before. */
async function addressOf(base: string, search: string, page: number): Promise<string> {
  let address = search;
  for (let at = 1; at < page; at++) {
    const html = (await fetchRaw(`${base}/library?${address}`, "identity")).body.toString("utf8");
    const href = /href="\/library\?([^"]*\bafter=[^"]*)"/.exec(html)?.[1];
    if (!href) throw new Error(`/library?${address} has no page ${at + 1}.`);
    address = href.replaceAll("&amp;", "&");
  }
  return address;
}
