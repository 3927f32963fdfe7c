import NextAuth, { CredentialsSignin, type DefaultSession } from "next-auth";
import type {} from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import type { UserId } from "#lib/shared/ids.ts";
import type { UserActor } from "./actor.ts";
import { logAuthError } from "./log-auth-error.ts";
import { SESSION_DAYS } from "./policy.ts";
import { signInSchema } from "./schema.ts";
import { readSession, revokeSession, startSession, verifyCredentials } from "./service.ts";

declare module "next-auth" {
  interface Session {
    user: DefaultSession["user"] & { id: string; name: string; role?: UserActor["role"] };
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** Id of the sessions row; the token says nothing else about the person. */
    sessionId?: string;
    displayName?: string;
    role?: UserActor["role"];
  }
}

/** Wrong email or password: an expected refusal, shown in the form. */
class WrongCredentials extends CredentialsSignin {
  override code = "wrong-credentials";
}

/**
 * Sign-in by Auth.js. The cookie holds an encrypted token that names a row of `sessions`; every read of the session
 * looks that row up, so signing out ends it on the server. AUTH_SECRET is read from the environment by the library.
 */
export const { handlers, auth, signIn, signOut } = NextAuth({
  trustHost: true,
  session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  logger: { error: (error) => logAuthError(error), warn: () => undefined, debug: () => undefined },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const input = signInSchema.safeParse(credentials);
        const actor = input.success ? await verifyCredentials(input.data) : null;
        if (!actor) throw new WrongCredentials();
        return { id: actor.userId, name: actor.displayName };
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      if (user?.id) {
        const sessionId = await startSession(user.id as UserId);
        return { sub: user.id, sessionId, displayName: user.name ?? "" };
      }
      const actor = token.sessionId ? await readSession(token.sessionId) : null;
      if (!actor) return null;
      return { ...token, sub: actor.userId, displayName: actor.displayName, role: actor.role };
    },
    session({ session, token }) {
      const { sub = "", displayName = "", role } = token;
      return { ...session, user: { ...session.user, id: sub, name: displayName, role } };
    },
  },
  events: {
    async signOut(message) {
      const sessionId = "token" in message ? message.token?.sessionId : undefined;
      if (sessionId) await revokeSession(sessionId);
    },
  },
});
