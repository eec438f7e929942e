import { useTranslations } from "next-intl";
import { classNames } from "./class-names";

/** A person by name, without a picture: nobody here is known by their face. Long names are cut, and kept whole in the title. */
export function PersonName({ name, me, className }: { name: string; me?: boolean; className?: string }) {
  const t = useTranslations("common");
  return (
    <span className={classNames("inline-flex max-w-full items-baseline gap-1", className)}>
      <span title={name} className="truncate font-medium">
        {name}
      </span>
      {me && <span className="text-ink-soft">({t("you")})</span>}
    </span>
  );
}
