/** What the stand-in answers: rules, and the checks that a real server makes of a chat request. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly keep_alive?: string | number;
  readonly options?: {
    readonly num_ctx?: number;
    readonly num_predict?: number;
    readonly temperature?: number;
  };
}

export interface Rule {
  readonly when?: {
    /** Part of the last user message, without regard to case. */
    readonly lastUser?: string;
    readonly model?: string;
  };
  /** At most so many answers by this rule; without it, no limit. */
  readonly times?: number;
  readonly reply: Reply;
}

export interface Reply {
  /** Sent word by word. */
  readonly text?: string;
  /** Sent exactly so, in place of `text`. */
  readonly chunks?: readonly string[];
  readonly firstDelayMs?: number;
  readonly delayMs?: number;
  /** Never answers; the connection stays open. */
  readonly hang?: boolean;
  /** No text at all although tokens were counted. */
  readonly empty?: boolean;
  readonly doneReason?: "stop" | "length";
  /** A refusal in place of an answer. */
  readonly error?: { readonly status: number; readonly message: string };
  /** After so many chunks: an error line, the end of the stream without `done`, or a cut connection. */
  readonly failAfter?: {
    readonly chunks: number;
    readonly how: "error" | "end" | "cut";
    readonly message?: string;
  };
  /** Closes the connection without a word, as a server that is going down. */
  readonly drop?: boolean;
  /** Any HTTP answer, for instance a proxy's page. */
  readonly raw?: { readonly status: number; readonly contentType: string; readonly body: string };
  /** Writes every line in pieces of so many bytes. */
  readonly splitBytes?: number;
}

export const DEFAULT_REPLY: Reply = {
  text: [
    "This is a scripted answer, so that the way of a question through the product can be tested without a model.",
    "It comes word by word, as a real one does.",
    "\n\n- It names no figures.\n- It ends by itself.",
  ].join(" "),
  firstDelayMs: 60,
  delayMs: 25,
};

export function matchingRule(rules: readonly Rule[], body: ChatRequest): Rule | undefined {
  const lastUser = body.messages.findLast((message) => message.role === "user")?.content.toLowerCase() ?? "";
  return rules.find(
    (rule) =>
      rule.times !== 0 &&
      (rule.when?.model === undefined || rule.when.model === body.model) &&
      (rule.when?.lastUser === undefined || lastUser.includes(rule.when.lastUser.toLowerCase())),
  );
}

/** The installed name a request means; `mistral` and `mistral:latest` are the same. */
export function installed(models: readonly string[], wanted: string): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/:latest$/, "");
  return models.find((name) => plain(name) === plain(wanted));
}

const INTEGER_OPTIONS = ["num_ctx", "num_predict", "seed", "top_k"];

/** The refusals of a real server for a body it cannot read. */
export function chatRequestProblem(body: unknown): { status: number; message: string } | undefined {
  if (body === undefined) return { status: 400, message: "missing request body" };
  const { model, messages, options } = body as Partial<ChatRequest>;
  if (typeof model !== "string" || model === "") return { status: 400, message: "model is required" };
  if (!Array.isArray(messages) || messages.some((message) => typeof message?.content !== "string")) {
    const field = "Go struct field ChatRequest.messages.content of type string";
    return { status: 400, message: `json: cannot unmarshal array into ${field}` };
  }
  const wrong = Object.entries(options ?? {}).find(
    ([name, value]) => INTEGER_OPTIONS.includes(name) && typeof value !== "number",
  );
  return wrong && { status: 500, message: `option "${wrong[0]}" must be of type integer` };
}
