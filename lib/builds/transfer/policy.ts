/** Days in which an offer can be accepted. */
export const OFFER_DAYS = 14;

/** When an offer made now ends. */
export function offerEnds(now: Date): Date {
  return new Date(now.getTime() + OFFER_DAYS * 86_400_000);
}

/** What is kept of whom an owner meant: names as they are, of an email address the first letter and where it is. */
export function addresseeShown(to: string): string {
  const at = to.lastIndexOf("@");
  return at < 0 ? to : `${to.slice(0, 1)}…${to.slice(at)}`;
}
