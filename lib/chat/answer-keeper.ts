import { logFailure } from "#lib/platform/log.ts";
import type { EndedAnswer } from "./policy.ts";
import { saveEnd, saveProgress } from "./repository.ts";

/** How often a growing answer is saved; it also says that its process is alive, and learns that it was stopped. */
const SAVE_EVERY_MS = 1000;
/** New text is saved sooner, so that a reload shows nearly all of it. */
const SAVE_TEXT_AFTER_MS = 300;

/** Keeps one answer in the database while it grows. */
export class AnswerKeeper {
  private readonly answerId: string;
  private readonly onStopped: () => void;
  private readonly pulse: NodeJS.Timeout;
  private soon: NodeJS.Timeout | undefined;
  private saving: Promise<void> = Promise.resolve();
  private busy = false;
  private content = "";

  /** `onStopped` is called when the row says that the answer is no longer wanted. */
  constructor(answerId: string, onStopped: () => void) {
    this.answerId = answerId;
    this.onStopped = onStopped;
    this.pulse = setInterval(() => this.save(), SAVE_EVERY_MS);
  }

  get text(): string {
    return this.content;
  }

  add(text: string): void {
    this.content += text;
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.save();
    }, SAVE_TEXT_AFTER_MS);
  }

  /** Saves the whole text and how it ended. Throws where the database does not take it. */
  async end(end: EndedAnswer): Promise<void> {
    this.rest();
    await this.saving;
    await saveEnd(this.answerId, this.content.trimEnd(), end);
  }

  /** Saves nothing more by itself. */
  rest(): void {
    clearInterval(this.pulse);
    clearTimeout(this.soon);
  }

  /** One at a time, so that an older text never lands on a newer one; what comes meanwhile goes with the next. */
  private save(): void {
    if (this.busy) return;
    this.busy = true;
    this.saving = saveProgress(this.answerId, this.content)
      .then(
        (wanted) => {
          if (!wanted) this.onStopped();
        },
        (error: unknown) => logFailure(error, "answer not saved in between"),
      )
      .finally(() => {
        this.busy = false;
      });
  }
}
