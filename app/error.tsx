"use client";

import { ErrorScreen } from "#components/site/error-screen.client.tsx";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <ErrorScreen digest={error.digest} retry={reset} />;
}
