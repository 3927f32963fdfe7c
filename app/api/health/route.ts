export const dynamic = "force-dynamic";

/** Whether this process answers at all; whether it can serve players is the question of `/api/ready`. */
export function GET(): Response {
  return Response.json(
    { status: "ok", uptimeSeconds: Math.floor(process.uptime()) },
    { headers: { "cache-control": "no-store" } },
  );
}
