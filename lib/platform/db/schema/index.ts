export * from "./build-transfers.ts";
export * from "./build-views.ts";
export * from "./builds.ts";
export * from "./chats.ts";
export * from "./moderation.ts";
export * from "./users.ts";
