const native = () => "popover" in HTMLElement.prototype;

/**
 * Shows a `popover="manual"` element. A child's older telephone (iOS 16) has no popovers: there an attribute does it, with the
 * rule in globals.css, and only the top layer is missing.
 */
export function openPopover(element: HTMLElement): void {
  if (!native()) element.dataset.open = "";
  else if (!element.matches(":popover-open")) element.showPopover();
}

/** Hides it again. */
export function closePopover(element: HTMLElement): void {
  if (!native()) delete element.dataset.open;
  else if (element.matches(":popover-open")) element.hidePopover();
}
