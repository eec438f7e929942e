import { Camera, Mail, MessageCircle, MessagesSquare, Phone, Smartphone, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Channel } from "@/lib/contract/roles";
import { Icon } from "@/components/ui/icon";

const DRAWINGS: Record<Channel, LucideIcon> = {
  webchat: MessagesSquare,
  messenger: MessageCircle,
  whatsapp: Smartphone,
  instagram: Camera,
  phone: Phone,
  email: Mail,
};

/** By which way somebody writes. The word shows beside it, or is its name. */
export function ChannelIcon({ channel, word = false, size = 16 }: { channel: Channel; word?: boolean; size?: 16 | 20 }) {
  const name = useTranslations("channels")(channel);
  return (
    <span title={word ? undefined : name} className="inline-flex items-center gap-1.5 text-ink-soft">
      <Icon of={DRAWINGS[channel]} size={size} />
      <span className={word ? undefined : "sr-only"}>{name}</span>
    </span>
  );
}
