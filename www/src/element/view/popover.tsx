// A chip with a panel that opens under it. The platform closes it on Esc and on a click elsewhere.
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

/** Between a chip and its panel, and between a panel and the border of the window, in px. */
const GAP = 6;

interface Props {
  label: ComponentChildren;
  /** Names the panel for those who do not see it. */
  title: string;
  active?: boolean;
  onOpen?: () => void;
  /** The panel's content, made when it is open; `close` closes it. */
  children: (close: () => void) => ComponentChildren;
}

export function Popover({ label, title, active, onOpen, children }: Props) {
  const id = useId();
  const chip = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const toggled = (event: Event) => {
    const opened = (event as ToggleEvent).newState === 'open';
    setOpen(opened);
    if (!opened) return;
    onOpen?.();
    if (chip.current && panel.current) place(panel.current, chip.current);
  };
  return (
    <>
      <button ref={chip} type="button" class={active ? 'chip active' : 'chip'} part="chip" popovertarget={id} aria-haspopup="dialog" aria-expanded={open}>
        {label}
      </button>
      <div ref={panel} id={id} popover="auto" class="panel" part="panel" role="dialog" aria-label={title} onBeforeToggle={toggled}>
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

/** Under the chip, inside the window. */
function place(panel: HTMLElement, chip: HTMLElement): void {
  const box = chip.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - PANEL_WIDTH - GAP));
  panel.style.setProperty('left', `${left}px`);
  panel.style.setProperty('top', `${box.bottom + GAP}px`);
  panel.style.setProperty('max-height', `${Math.max(160, globalThis.innerHeight - box.bottom - 4 * GAP)}px`);
}

/** As in the style sheet. */
const PANEL_WIDTH = 280;
