import { createServer } from "node:net";
import { errorCode } from "./process-info.ts";

/** Whether a server may listen on this address and port now. An address that this machine lacks counts as free. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  const code = await tryListening(port, host);
  return code === undefined || code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
}

/** The error code of listening there, such as EADDRINUSE or EACCES; undefined when it works. */
export function tryListening(port: number, host: string): Promise<string | undefined> {
  return new Promise((settle) => {
    const server = createServer();
    server.once("error", (error) => settle(errorCode(error) ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => settle(undefined)));
  });
}

/** A port that was free a moment ago. */
export function freePort(host = "127.0.0.1"): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen({ port: 0, host }, () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object" ? settle(address.port) : fail(new Error("no port")),
      );
    });
  });
}
