import { type FormEvent, startTransition } from "react";

/**
 * Sends a form through its action without React's reset afterwards: what is typed while the answer is under way stays.
 * For `onSubmit` beside `action`, which works without JavaScript.
 */
export function sendForm(action: (form: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => action(form));
  };
}
