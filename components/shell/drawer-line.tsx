import type { LucideIcon } from "lucide-react";
import { Icon } from "@/components/ui/icon";

/** A line of the drawer that does something here, beside those that go somewhere. */
export function DrawerLine({ icon, label, onPress }: { icon: LucideIcon; label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex min-h-11 items-center gap-3 rounded px-3 text-start text-ink-soft focus-inset hover:bg-well hover:text-ink"
    >
      <Icon of={icon} />
      {label}
    </button>
  );
}
