import { Brain, Ear, MonitorSmartphone, Scale, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Skill } from "@/lib/contract/roles";
import { Icon } from "@/components/ui/icon";

const DRAWINGS: Record<Skill, LucideIcon> = { listening: Ear, psychological: Brain, legal: Scale, digital: MonitorSmartphone };

/** What a conversation needs or a person offers. The word shows beside it, or is its name. */
export function SkillIcon({ skill, word = false, size = 16 }: { skill: Skill; word?: boolean; size?: 16 | 20 }) {
  const name = useTranslations("skills")(skill);
  return (
    <span title={word ? undefined : name} className="inline-flex items-center gap-1.5 text-ink-soft">
      <Icon of={DRAWINGS[skill]} size={size} />
      <span className={word ? undefined : "sr-only"}>{name}</span>
    </span>
  );
}
