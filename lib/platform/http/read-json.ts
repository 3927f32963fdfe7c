import { AppError } from "#lib/shared/app-error.ts";

/**
 * Reads a JSON body of at most `maxBytes`, and stops reading as soon as it is longer, whatever its headers claim.
 * Throws AppError TOO_LARGE or INVALID_INPUT.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (!isJson(request.headers.get("content-type"))) {
    throw new AppError("INVALID_INPUT", {
      message: "Send the body as JSON, with the header Content-Type: application/json.",
    });
  }
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const text = await readText(request, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("INVALID_INPUT", { message: "The body is not valid JSON." });
  }
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function isJson(contentType: string | null): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("TOO_LARGE", {
    message: `The request is too large; at most ${Math.floor(maxBytes / 1024)} KB are accepted.`,
  });
}
