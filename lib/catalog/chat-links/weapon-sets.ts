/** Hands a profession can hold a weapon in. */
export type WeaponHand = "main" | "off" | "two";

export interface ProposedWeaponSet<Weapon extends string> {
  readonly mainHand: Weapon | null;
  /** Null for a two-handed weapon and for an empty hand. */
  readonly offHand: Weapon | null;
  /** Hand that was filled with a weapon already used, because the link lists every type once. */
  readonly repeated: "main" | "off" | null;
}

export interface WeaponSetProposal<Weapon extends string> {
  /** At most two. */
  readonly sets: readonly ProposedWeaponSet<Weapon>[];
  /** What fits nowhere: the profession cannot hold it, or there are too many. */
  readonly unplaced: readonly Weapon[];
}

const MAX_SETS = 2;

/**
 * Proposes the two weapon sets on land from the list of weapon types in a build link. The link does not say which
 * weapon is in which hand and set, so this is a guess for the player to correct: two-handed weapons alone, the
 * others in the given order as main and off hand. A hand left empty gets a weapon already listed, since sword and
 * sword, or the same off hand in both sets, appear only once: an off hand alone gets the first main hand, a main
 * hand alone is doubled if it can be, else shares the off hand of the other set.
 */
export function proposeWeaponSets<Weapon extends string>(
  weaponTypes: readonly Weapon[],
  professionWeapons: ReadonlyMap<string, readonly WeaponHand[]>,
): WeaponSetProposal<Weapon> {
  const hands = (weapon: Weapon) => professionWeapons.get(weapon) ?? [];
  const drafts: { main: Weapon | null; off: Weapon | null }[] = [];
  const unplaced: Weapon[] = [];
  for (const weapon of weaponTypes) {
    const last = drafts.at(-1);
    const wantsOff =
      last !== undefined && last.main !== null && last.off === null && !hands(last.main).includes("two");
    if (wantsOff && hands(weapon).includes("off")) last.off = weapon;
    else if (hands(weapon).length === 0 || drafts.length === MAX_SETS) unplaced.push(weapon);
    else if (hands(weapon).some((hand) => hand !== "off")) drafts.push({ main: weapon, off: null });
    else drafts.push({ main: null, off: weapon });
  }
  const firstMain = drafts.find(({ main }) => main !== null && hands(main).includes("main"))?.main ?? null;
  const firstOff = drafts.find(({ off }) => off !== null)?.off ?? null;
  const sets = drafts.map(({ main, off }): ProposedWeaponSet<Weapon> => {
    if (main === null)
      return { mainHand: firstMain, offHand: off, repeated: firstMain === null ? null : "main" };
    if (off !== null || hands(main).includes("two")) return { mainHand: main, offHand: off, repeated: null };
    const offHand = hands(main).includes("off") ? main : firstOff;
    return { mainHand: main, offHand, repeated: offHand === null ? null : "off" };
  });
  return { sets, unplaced };
}
