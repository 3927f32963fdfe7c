import type { AiFailure } from "./failure.ts";

/** Whether the chat model can be asked, for the status line and for `/api/ready`. */
export type OllamaStatus =
  | { readonly state: "ready"; readonly model: string; readonly version: string | null }
  | {
      readonly state: "model-missing";
      readonly model: string;
      readonly version: string | null;
      readonly failure: AiFailure;
    }
  | {
      readonly state: "offline";
      readonly model: string;
      readonly version: null;
      readonly failure: AiFailure;
    };
