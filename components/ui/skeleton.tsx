import { useTranslations } from "next-intl";
import { classNames } from "./class-names";

/** A grey stand-in of the size of what comes; give it the size with `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames("block animate-pulse rounded bg-well", className ?? "h-5 w-full")} />;
}

/** Stand-in rows at the height of the real ones, so that nothing jumps when they arrive. */
export function SkeletonRows({ count = 5, rowClassName = "h-14" }: { count?: number; rowClassName?: string }) {
  const t = useTranslations("common");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: count }, (_, row) => (
        <div
          key={row}
          aria-hidden="true"
          className={classNames("flex items-center gap-3 border-b border-line px-3", rowClassName)}
        >
          <Skeleton className="size-5" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className={row % 2 ? "h-3.5 w-3/5" : "h-3.5 w-4/5"} />
          </div>
        </div>
      ))}
    </div>
  );
}
