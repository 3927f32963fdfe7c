export * from "./builds.ts";
export * from "./chats.ts";
export * from "./users.ts";
