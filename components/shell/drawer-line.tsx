import type { LucideIcon } from "lucide-react";
import { Icon } from "@/components/ui/icon";

/** A line of the drawer that does something here, beside those that go somewhere. */
export function DrawerLine({ icon, label, onPress }: { icon: LucideIcon; label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="focus-inset text-ink-soft hover:bg-well hover:text-ink flex min-h-11 items-center gap-3 rounded px-3 text-start"
    >
      <Icon of={icon} />
      {label}
    </button>
  );
}
