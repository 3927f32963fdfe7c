"use client";

import type { OllamaStatus } from "#lib/ai/model-status.ts";
import type { AttachedBuildView, ChatListPage, ChatView } from "#lib/chat/view.ts";

/** A refusal of the server in its own words, or `status` 0 where it could not be reached. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const UNREACHABLE = "The server cannot be reached. Check the connection and try again.";

/** The chat as the server has it; null where it has none. */
export async function fetchChat(id: string): Promise<ChatView | null> {
  try {
    return (await request<{ chat: ChatView }>(`/api/chat/${id}`)).chat;
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return null;
    throw error;
  }
}

export function fetchChats(after: string): Promise<ChatListPage> {
  return request(`/api/chat?after=${encodeURIComponent(after)}`);
}

export function fetchModelStatus(): Promise<OllamaStatus> {
  return request("/api/ollama/status");
}

export async function fetchBuild(slug: string): Promise<AttachedBuildView> {
  return (await request<{ build: AttachedBuildView }>(`/api/chat/build/${encodeURIComponent(slug)}`)).build;
}

export async function attachBuild(id: string, slug: string | null): Promise<AttachedBuildView | null> {
  const body = JSON.stringify({ build: slug });
  const init = { method: "PATCH", headers: { "content-type": "application/json" }, body };
  return (await request<{ build: AttachedBuildView | null }>(`/api/chat/${id}`, init)).build;
}

export function stopAnswer(id: string): Promise<void> {
  return request(`/api/chat/${id}/stop`, { method: "POST" });
}

export function deleteChat(id: string): Promise<void> {
  return request(`/api/chat/${id}`, { method: "DELETE" });
}

/** What to tell of an error: the server's words where it refused, else that it is out of reach. */
export function errorMessage(error: unknown): string {
  if (error instanceof RequestError) return error.message;
  // The AI SDK hands a refusal on as an error whose message is the body.
  return (error instanceof Error && refusalMessage(error.message)) || UNREACHABLE;
}

async function request<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, { cache: "no-store", ...init }).catch(() => {
    throw new RequestError(0, UNREACHABLE);
  });
  const text = await response.text();
  if (!response.ok) throw new RequestError(response.status, refusalMessage(text) ?? UNREACHABLE);
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}

function refusalMessage(body: string): string | null {
  try {
    const { error } = JSON.parse(body) as { error?: { message?: unknown } };
    return typeof error?.message === "string" ? error.message : null;
  } catch {
    return null;
  }
}
