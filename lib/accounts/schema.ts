import { z } from "zod";

const email = z
  .string({ error: "Enter your email address." })
  .trim()
  .toLowerCase()
  .max(254, "An email address has at most 254 characters.")
  .pipe(z.email("This is not an email address. Expected something like name@example.com."));

const password = z
  .string({ error: "Enter a password." })
  .min(10, "Use at least 10 characters; a few unrelated words make a good password.")
  .max(200, "Use at most 200 characters.");

export const signUpSchema = z
  .object({
    displayName: z
      .string({ error: "Enter the name other players will see." })
      .trim()
      .min(2, "Use at least 2 characters.")
      .max(40, "Use at most 40 characters.")
      .regex(
        /^[\p{L}\p{N}][\p{L}\p{N} ._'-]*$/u,
        "Use letters, numbers, spaces, dots, hyphens and apostrophes.",
      ),
    email,
    password,
  })
  .refine((input) => input.password.toLowerCase() !== input.email, {
    path: ["password"],
    message: "The password must not be the email address.",
  });

export type SignUpInput = z.infer<typeof signUpSchema>;

/** Looser than sign-up on purpose: an old password must keep working when the rules for new ones change. */
export const signInSchema = z.object({
  email,
  password: z.string({ error: "Enter your password." }).min(1, "Enter your password.").max(200),
});

export type SignInInput = z.infer<typeof signInSchema>;
