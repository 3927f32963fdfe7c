import { AiError } from "./failure.ts";

/**
 * The line in front of the model. Ollama answers one request per model at a time by default and says nothing to those
 * that wait, so the waiting happens here, where the position can be shown and a limit kept. One line per process.
 */
export interface ModelQueue {
  /**
   * Waits for a free slot and resolves to the function that gives it back. Throws AiError BUSY where the line or the
   * person's share of it is full, and the signal's reason when it aborts, which also leaves the line.
   */
  enter(turn: Turn): Promise<() => void>;
  /** Requests that wait at present. */
  waiting(): number;
}

export interface Turn {
  /** Who waits; the limit per person counts these. */
  readonly person: string;
  readonly signal: AbortSignal;
  /** Called with the position in the line, from 1, at the start and whenever it changes. */
  readonly onPosition: (position: number) => void;
}

export interface QueueLimits {
  /** Requests answered at once. */
  readonly slots: number;
  /** Requests that may wait. */
  readonly maxWaiting: number;
  /** Requests of one person that may wait or be answered at once. */
  readonly maxPerPerson: number;
}

interface Waiter {
  readonly turn: Turn;
  readonly admit: () => void;
}

export function createModelQueue(limits: QueueLimits): ModelQueue {
  let active = 0;
  const line: Waiter[] = [];
  const perPerson = new Map<string, number>();

  const count = (person: string, change: 1 | -1) => {
    const next = (perPerson.get(person) ?? 0) + change;
    if (next > 0) perPerson.set(person, next);
    else perPerson.delete(person);
  };

  const tellPositions = (from = 0) => {
    for (const [index, { turn }] of line.entries()) if (index >= from) turn.onPosition(index + 1);
  };

  const release = (person: string) => {
    active -= 1;
    count(person, -1);
    const next = line.shift();
    if (!next) return;
    active += 1;
    next.admit();
    tellPositions();
  };

  /** A slot may be given back twice (end and abort meet); the second time does nothing. */
  const releaseOnce = (person: string) => {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      release(person);
    };
  };

  const waitInLine = (turn: Turn) =>
    new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        turn,
        admit: () => {
          turn.signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      const leave = () => {
        const index = line.indexOf(waiter);
        if (index < 0) return;
        line.splice(index, 1);
        count(turn.person, -1);
        tellPositions(index);
        reject(turn.signal.reason);
      };
      turn.signal.addEventListener("abort", leave, { once: true });
      line.push(waiter);
      turn.onPosition(line.length);
    });

  return {
    waiting: () => line.length,
    async enter(turn) {
      turn.signal.throwIfAborted();
      if ((perPerson.get(turn.person) ?? 0) >= limits.maxPerPerson) {
        throw new AiError("BUSY", `one person has ${limits.maxPerPerson} questions in the line`);
      }
      if (active >= limits.slots && line.length >= limits.maxWaiting) {
        throw new AiError("BUSY", `${line.length} questions wait`);
      }
      count(turn.person, 1);
      if (active < limits.slots) active += 1;
      else await waitInLine(turn);
      return releaseOnce(turn.person);
    },
  };
}
