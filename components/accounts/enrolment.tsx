"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { Answer, QrOffer } from "./answers";
import { CodeForm } from "./code-form";
import { RecoveryCodes } from "./recovery-codes";
import { useProblemWords } from "./use-problem-words";

export interface EnrolmentProps {
  enrol: (input: Record<string, never>) => Promise<Answer<QrOffer>>;
  confirm: (input: { code: string }) => Promise<Answer<{ recoveryCodes: string[] }>>;
  /** The codes are noted. */
  onDone: () => void;
}

/** From "off" to "on": a QR code, a first right code, the recovery codes. */
export function Enrolment({ enrol, confirm, onDone }: EnrolmentProps) {
  const t = useTranslations("account.secondFactor");
  const words = useProblemWords();
  const [offer, setOffer] = useState<QrOffer | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const start = async () => {
    setPending(true);
    const answer = await enrol({});
    setPending(false);
    setError(answer.ok ? null : words(answer.problem));
    if (answer.ok) setOffer(answer.value);
  };

  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <div className="flex flex-col gap-4">
      {error && (
        <Banner tone="danger" announce="alert">
          {error}
        </Banner>
      )}
      {offer && (
        <>
          <p className="max-w-thread">{t("scan")}</p>
          <QrCode {...offer.qr} label={t("qr")} />
          <Disclosure summary={t("byHand")}>
            <p>{t("secret")}</p>
            <p className="text-chat font-medium break-all">{offer.secret.match(/.{1,4}/g)?.join(" ")}</p>
          </Disclosure>
          <CodeForm
            label={t("code")}
            submit={t("confirm")}
            send={confirm}
            onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
          />
        </>
      )}
      <Button kind={offer ? "quiet" : "primary"} pending={pending} onClick={() => void start()} className="self-start">
        {offer ? t("restart") : t("setUp")}
      </Button>
    </div>
  );
}

/** Dark on light in both themes: cameras expect it, with four modules of margin. */
function QrCode({ size, path, label }: { size: number; path: string; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      className="size-52 rounded"
      style={{ background: "#fff", color: "#000" }}
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
