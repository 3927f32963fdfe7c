/** Plays skills by priority over a fixed time. Deterministic; knows nothing of where its actions come from. */
import type { BarGroup, RotationResource } from "./input.ts";

/** A skill, or an auto attack chain from its first to its last part. */
export interface Action {
  /** Damage of one use in the build at hand; above 0. */
  readonly damage: number;
  /** With quickness; 0 takes no time. */
  readonly castSeconds: number;
  /** Its rank: damage per second of casting, with the skills that may follow it if they make more of it. */
  readonly rate: number;
  /** With alacrity; 0: none. */
  readonly rechargeSeconds: number;
  /** Uses that can be saved up; 1 for a skill without charges. */
  readonly charges: number;
  /** With alacrity; null: no charges. */
  readonly chargeSeconds: number | null;
  /** Actions of one number share recharge and charges. */
  readonly slot: number;
  readonly cost: number;
  /** Position of its group of bars and of the choice in it; null: always at hand. */
  readonly place: { readonly group: number; readonly choice: number } | null;
  /** Index of the action after each use of which it can be used once. */
  readonly after: number | null;
  /** Fills the time; never a reason to stay with a choice of bars. */
  readonly filler: boolean;
}

export interface Scene {
  readonly actions: readonly Action[];
  readonly groups: readonly BarGroup[];
  readonly resource: RotationResource | null;
  /** Divides recharges of groups that alacrity shortens. */
  readonly rechargeRate: number;
  readonly seconds: number;
}

export interface Played {
  /** By action. */
  readonly uses: readonly number[];
  readonly damage: number;
  /** Time until the last cast ended. */
  readonly seconds: number;
  /** Seconds in each choice, by group. */
  readonly inChoice: readonly (readonly number[])[];
}

/** For rounding of times; shorter than any cast. */
const EPSILON = 1e-9;

/** What a player restricts themselves to. */
export interface Plan {
  /** Allowed choices of each group by their indexes; the first is the start. */
  readonly choices: readonly (readonly number[])[];
  /** Indexes of actions that are never used. */
  readonly without: ReadonlySet<number>;
}

/**
 * Plays `scene` by a plan. Always the ready action with
 * the most damage per second of cast time; before a filler, a swap to a choice that has something better ready.
 */
export function play(scene: Scene, plan: Plan): Played {
  const game = new Game(scene, plan);
  while (game.time < scene.seconds) {
    const best = game.best();
    if ((best === null || scene.actions[best]?.filler) && game.swapFor(best)) continue;
    if (best === null) {
      if (!game.wait()) break;
    } else game.use(best);
  }
  return game.result();
}

class Game {
  time = 0;
  readonly #scene: Scene;
  readonly #allowed: readonly (readonly number[])[];
  readonly #without: ReadonlySet<number>;
  readonly #ready: number[];
  readonly #charges: number[];
  readonly #nextCharge: number[];
  readonly #pending: boolean[];
  readonly #uses: number[];
  readonly #choice: number[];
  readonly #swapReady: number[];
  readonly #returnReady: number[][];
  readonly #inChoice: number[][];
  #pool: number;
  #damage = 0;

  constructor(scene: Scene, { choices: allowed, without }: Plan) {
    const { actions, groups, resource } = scene;
    const slots = actions.reduce((most, { slot }) => Math.max(most, slot + 1), 0);
    this.#scene = scene;
    this.#allowed = allowed;
    this.#without = without;
    this.#ready = Array<number>(slots).fill(0);
    this.#charges = Array<number>(slots).fill(1);
    for (const { slot, charges } of actions) this.#charges[slot] = charges;
    this.#nextCharge = Array<number>(slots).fill(Number.POSITIVE_INFINITY);
    this.#pending = actions.map(() => false);
    this.#uses = actions.map(() => 0);
    this.#choice = groups.map((_, group) => allowed[group]?.[0] ?? 0);
    this.#swapReady = groups.map(() => 0);
    this.#returnReady = groups.map(({ choices }) => choices.map(() => 0));
    this.#inChoice = groups.map(({ choices }) => choices.map(() => 0));
    this.#pool = resource?.start ?? 0;
  }

  /** The ready action at hand that deals most per second of casting; null: none is ready. */
  best(): number | null {
    return this.#bestOf(({ place }) => place === null || this.#choice[place.group] === place.choice);
  }

  use(index: number): void {
    const action = this.#scene.actions[index];
    if (!action) return;
    const { slot, charges, chargeSeconds } = action;
    if (chargeSeconds !== null) {
      if (this.#charges[slot] === charges) this.#nextCharge[slot] = this.time + chargeSeconds;
      this.#charges[slot] = (this.#charges[slot] ?? 0) - 1;
    }
    this.#pool -= action.cost;
    this.#pending[index] = false;
    this.#pass(action.castSeconds);
    this.#ready[slot] = this.time + action.rechargeSeconds;
    this.#uses[index] = (this.#uses[index] ?? 0) + 1;
    this.#damage += action.damage;
    for (const [follower, { after }] of this.#scene.actions.entries()) {
      if (after === index) this.#pending[follower] = true;
    }
  }

  /** Takes the choice of bars with the best ready action, if it beats the filler at hand. Whether it swapped. */
  swapFor(filler: number | null): boolean {
    let most = filler === null ? 0 : this.#rateOf(filler);
    let target: { group: number; choice: number } | null = null;
    for (const [group, allowed] of this.#allowed.entries()) {
      if ((this.#swapReady[group] ?? 0) > this.time + EPSILON) continue;
      for (const choice of allowed) {
        if (choice === this.#choice[group]) continue;
        if ((this.#returnReady[group]?.[choice] ?? 0) > this.time + EPSILON) continue;
        const there = this.#bestOf(({ place }) => place?.group === group && place.choice === choice);
        const rate = there === null ? 0 : this.#rateOf(there);
        if (rate > most * (1 + EPSILON)) {
          most = rate;
          target = { group, choice };
        }
      }
    }
    if (target === null) return false;
    this.#swap(target.group, target.choice);
    return true;
  }

  /** Lets time pass until something may have changed. False: nothing ever will. */
  wait(): boolean {
    const { actions, resource } = this.#scene;
    const times = [...this.#ready, ...this.#nextCharge, ...this.#swapReady, ...this.#returnReady.flat()];
    if (resource !== null && resource.perSecond > 0) {
      for (const { cost } of actions) {
        if (cost <= resource.maximum) times.push(this.time + (cost - this.#pool) / resource.perSecond);
      }
    }
    const next = Math.min(...times.filter((time) => time > this.time + EPSILON));
    if (!Number.isFinite(next)) return false;
    this.#pass(next - this.time);
    return true;
  }

  result(): Played {
    return { uses: this.#uses, damage: this.#damage, seconds: this.time, inChoice: this.#inChoice };
  }

  #bestOf(isThere: (action: Action) => boolean): number | null {
    let best: number | null = null;
    let most = 0;
    for (const [index, action] of this.#scene.actions.entries()) {
      if (this.#without.has(index) || !isThere(action) || !this.#isReady(action, index)) continue;
      if (action.rate > most) {
        most = action.rate;
        best = index;
      }
    }
    return best;
  }

  #rateOf(index: number): number {
    return this.#scene.actions[index]?.rate ?? 0;
  }

  #isReady({ slot, cost, after }: Action, index: number): boolean {
    if (after !== null && !this.#pending[index]) return false;
    const now = this.time + EPSILON;
    return (this.#ready[slot] ?? 0) <= now && (this.#charges[slot] ?? 0) > 0 && cost <= this.#pool + EPSILON;
  }

  #swap(group: number, choice: number): void {
    const record = this.#scene.groups[group];
    const left = this.#choice[group];
    const back = this.#returnReady[group];
    if (!record || left === undefined || !back) return;
    const rate = record.withAlacrity ? this.#scene.rechargeRate : 1;
    this.#swapReady[group] = this.time + record.swapSeconds / rate;
    back[left] = this.time + record.returnSeconds / rate;
    this.#choice[group] = choice;
    if (record.resourceOnSwap !== undefined) this.#pool = record.resourceOnSwap;
  }

  #pass(seconds: number): void {
    const { actions, resource } = this.#scene;
    this.time += seconds;
    if (resource !== null) this.#pool = Math.min(resource.maximum, this.#pool + seconds * resource.perSecond);
    for (const [group, choice] of this.#choice.entries()) {
      const times = this.#inChoice[group];
      if (times) times[choice] = (times[choice] ?? 0) + seconds;
    }
    for (const { slot, charges, chargeSeconds } of actions) {
      if (chargeSeconds === null) continue;
      while ((this.#nextCharge[slot] ?? 0) <= this.time + EPSILON) {
        this.#charges[slot] = (this.#charges[slot] ?? 0) + 1;
        this.#nextCharge[slot] =
          (this.#charges[slot] ?? 0) < charges
            ? (this.#nextCharge[slot] ?? 0) + chargeSeconds
            : Number.POSITIVE_INFINITY;
      }
    }
  }
}
