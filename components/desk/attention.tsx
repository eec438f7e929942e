"use client";
import { Bell, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useSound } from "./use-sound";

const never = () => () => undefined;
const askable = () => "Notification" in window && Notification.permission === "default";

/** How the desk may call: by a sound, and by a notification that says that something came and never what. */
export function Attention() {
  const t = useTranslations("desk");
  const [sound, setSound] = useSound();
  const [asked, setAsked] = useState(false);
  const mayAsk = useSyncExternalStore(never, askable, () => false) && !asked;
  return (
    <span className="ms-auto flex">
      {mayAsk && (
        <IconButton
          icon={Bell}
          label={t("notify")}
          side="below"
          onClick={() => void Notification.requestPermission().then(() => setAsked(true))}
        />
      )}
      <IconButton
        icon={sound ? Volume2 : VolumeX}
        label={sound ? t("soundOff") : t("soundOn")}
        side="below"
        onClick={() => setSound(!sound)}
      />
    </span>
  );
}
