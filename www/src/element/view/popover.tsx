// A chip with a panel that opens under it. The platform closes it on Esc and on a click elsewhere.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { newName } from './names.ts';

/** Between a chip and its panel, and between a panel and the border of the window, in px. */
const GAP = 6;

interface Props {
  label: ComponentChildren;
  /** Names the panel for those who do not see it. */
  title: string;
  active?: boolean;
  /** How the button looks; a chip unless said otherwise. */
  look?: string;
  onOpen?: () => void;
  /** The panel's content, made when it is open; `close` closes it. */
  children: (close: () => void) => ComponentChildren;
}

export function Popover({ label, title, active, look = 'chip', onOpen, children }: Props) {
  const [id] = useState(newName);
  const chip = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const opening = (event: Event) => {
    if (!isOpening(event)) return;
    setOpen(true);
    onOpen?.();
    if (chip.current && panel.current) place(panel.current, chip.current);
  };
  /** The content stays until the panel has closed: it may hold the focus that the platform gives back. */
  const toggled = (event: Event) => {
    if (!isOpening(event)) setOpen(false);
  };
  return (
    <>
      <button ref={chip} type="button" class={active ? `${look} active` : look} part={look} popovertarget={id} aria-haspopup="dialog" aria-expanded={open}>
        {label}
      </button>
      <div ref={panel} id={id} popover="auto" class="panel" part="panel" role="dialog" aria-label={title} onBeforeToggle={opening} onToggle={toggled}>
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

const isOpening = (event: Event) => (event as ToggleEvent).newState === 'open';

/** Under the chip, or above it where there is more room; inside the window. */
function place(panel: HTMLElement, chip: HTMLElement): void {
  const box = chip.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const left = Math.max(GAP, Math.min(box.left, width - PANEL_WIDTH - GAP));
  const below = height - box.bottom;
  const under = below >= box.top;
  panel.style.setProperty('left', `${left}px`);
  panel.style.setProperty('top', under ? `${box.bottom + GAP}px` : 'auto');
  panel.style.setProperty('bottom', under ? 'auto' : `${height - box.top + GAP}px`);
  panel.style.setProperty('max-height', `${Math.max(below, box.top) - 3 * GAP}px`);
}

/** As in the style sheet. */
const PANEL_WIDTH = 280;
