import type { BuildListItem } from "../view.ts";

/** A build that somebody offers to the reader. */
export interface IncomingOffer {
  readonly offerId: string;
  readonly build: BuildListItem;
  readonly fromName: string;
  readonly expiresAt: Date;
}

/** What became of the last offer that the reader made of a build. */
export interface OutgoingOffer {
  readonly offerId: string;
  readonly slug: string;
  readonly name: string;
  /** As far as it is kept. */
  readonly addressee: string;
  readonly state: "open" | "expired" | "declined";
  readonly expiresAt: Date;
}
