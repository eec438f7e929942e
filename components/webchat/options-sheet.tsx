"use client";

import { ChevronRight, Languages, MessageSquareOff, Phone, ShieldCheck } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Language } from "@/lib/contract/roles";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "./sheet";
import { useWords } from "./words";

interface Props {
  open: boolean;
  onClose: () => void;
  exitUrl: string;
  language: Language;
  canEnd: boolean;
  onNumbers: () => void;
  onPrivacy: () => void;
  onEnd: () => void;
}

const ROW = "flex min-h-14 w-full items-center gap-3 rounded px-3 text-left text-chat hover:bg-well";

/** Everything that is not writing. */
export function OptionsSheet({ open, onClose, exitUrl, language, canEnd, onNumbers, onPrivacy, onEnd }: Props) {
  const words = useWords().options;
  const other: Language = language === "fr" ? "en" : "fr";
  return (
    <Sheet open={open} onClose={onClose} title={words.title} exitUrl={exitUrl}>
      <ul className="-mx-1 space-y-1">
        <Row icon={Phone} onPress={onNumbers}>
          {words.numbers}
        </Row>
        <Row icon={ShieldCheck} onPress={onPrivacy}>
          {words.privacy}
        </Row>
        <li>
          <a href={`?lang=${other}`} lang={other} hrefLang={other} className={ROW} onClick={(event) => switchTo(other, event)}>
            <Icon of={Languages} className="shrink-0 text-ink-soft" />
            <span className="flex-1">{words.language}</span>
          </a>
        </li>
        {canEnd && (
          <Row icon={MessageSquareOff} onPress={onEnd}>
            {words.end}
          </Row>
        )}
      </ul>
    </Sheet>
  );
}

function Row({ icon, onPress, children }: { icon: LucideIcon; onPress: () => void; children: ReactNode }) {
  return (
    <li>
      <button type="button" onClick={onPress} className={ROW}>
        <Icon of={icon} className="shrink-0 text-ink-soft" />
        <span className="flex-1">{children}</span>
        <Icon of={ChevronRight} className="shrink-0 text-ink-soft" />
      </button>
    </li>
  );
}

/** In place, so that the history holds one entry of the chat and no more: a quick exit replaces only the last. */
function switchTo(language: Language, event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.cookie = `locale=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  location.replace(address);
}
