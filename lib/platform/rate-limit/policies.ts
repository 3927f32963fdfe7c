export interface RateLimitPolicy {
  /** Requests that pass in any window of this length, weighted over two fixed windows (sliding window). */
  readonly limit: number;
  readonly window: `${number} ${"s" | "m" | "h"}`;
  /** What was done too often, for the message: "Too many …". */
  readonly what: string;
}

/** Every limit of the product. A new endpoint that costs something gets a line here. */
export const RATE_LIMIT_POLICIES = {
  /** Per client address: guessing passwords of many accounts. */
  signInPerAddress: { limit: 30, window: "10 m", what: "sign-in attempts" },
  /** Per email, whether an account has it or not: guessing the password of one account from many addresses. */
  signInPerEmail: { limit: 10, window: "15 m", what: "sign-in attempts for this account" },
  /** Per client address; hashing a password costs 60 ms of a core. */
  signUp: { limit: 10, window: "1 h", what: "new accounts from this network" },
  /** Per user. */
  saveBuild: { limit: 60, window: "1 h", what: "saved builds" },
  /** Per user; one import saves up to fifty builds. */
  importBuilds: { limit: 20, window: "1 h", what: "imports" },
  /** Per client address: decoding a pasted build link. */
  decode: { limit: 120, window: "1 m", what: "build links" },
  /** Per user: each message occupies the model for seconds. */
  chatMessagePerUser: { limit: 30, window: "10 m", what: "chat messages" },
  /** Per visitor cookie. */
  chatMessagePerVisitor: { limit: 10, window: "10 m", what: "chat messages" },
  /** Per client address, signed in or not: a cookie is easily thrown away. */
  chatMessagePerAddress: { limit: 60, window: "10 m", what: "chat messages from this network" },
  /** Per client address: forums and chat programs ask for all their readers from a few addresses. */
  oembed: { limit: 600, window: "1 m", what: "requests" },
  /** Per user: every report is read by a person. */
  report: { limit: 10, window: "1 h", what: "reports" },
  /** Per user: whom one offers a build could be tried out one by one. */
  offerBuild: { limit: 20, window: "1 h", what: "offers of builds" },
  /** Per actor or client address: any other route of the API. */
  api: { limit: 60, window: "1 m", what: "requests" },
} as const satisfies Record<string, RateLimitPolicy>;

export type RateLimitPolicyName = keyof typeof RATE_LIMIT_POLICIES;
