import { Card } from "#components/ui/card.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";

/** Other ways to hand on a build: its address as a QR code, and the code that shows it on another site. No script. */
export function SharePanel({
  address,
  qrCode,
  embed,
  embedCode,
}: {
  address: string;
  /** Path of the picture. */
  qrCode: string;
  /** Path of the framed page. */
  embed: string;
  embedCode: string;
}) {
  return (
    <Card className="mt-8 sm:p-6">
      <details className="text-sm">
        <summary className="text-ink-soft">QR code, and this build on another site</summary>
        <div className="mt-4 flex flex-col gap-5 sm:flex-row">
          <img
            src={qrCode}
            alt={`QR code of ${address}`}
            width={160}
            height={160}
            loading="lazy"
            className="size-40 shrink-0 rounded-lg bg-white"
          />
          <div className="min-w-0 grow">
            <label htmlFor="embed-code" className="font-medium text-ink-soft">
              Code for a web page
            </label>
            <textarea
              id="embed-code"
              readOnly
              rows={4}
              defaultValue={embedCode}
              className={`${INPUT_CLASS} mt-1.5 font-mono text-xs`}
            />
            <p className="mt-2 text-ink-faint">
              Sites that know oEmbed need the address of this page only.{" "}
              <a
                href={embed}
                target="_blank"
                rel="noopener"
                className="text-accent underline underline-offset-2"
              >
                See the frame
              </a>
              <span aria-hidden> · </span>
              <a href={qrCode} download className="text-accent underline underline-offset-2">
                Save the QR code
              </a>
            </p>
          </div>
        </div>
      </details>
    </Card>
  );
}
