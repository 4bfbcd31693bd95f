// A button with a panel under it. The platform closes it on Esc and on a click elsewhere, and gives the focus back.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useName } from './use-name.ts';

/** Between a button and its panel, and between a panel and the border of the window, in px. */
const GAP = 6;

interface Props {
  label: ComponentChildren;
  /** Where the label is no text. */
  name?: string | undefined;
  title?: string | undefined;
  /** Class of the button. */
  look: string;
  /** Class of the panel. */
  panel?: string;
  /** The side of the button that the panel is aligned with. */
  align?: 'start' | 'end';
  /** The panel's content, made when it is open; `close` closes it. */
  children: (close: () => void) => ComponentChildren;
}

export function Menu({ label, name, title, look, panel = 'menu', align = 'start', children }: Props) {
  const id = useName();
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  /** The content is there before the panel opens, and until it has closed: it may hold the focus to be given back. */
  const opening = (event: Event) => {
    if (isOpening(event)) setOpen(true);
  };
  const toggled = (event: Event) => {
    if (!isOpening(event)) return setOpen(false);
    if (!button.current || !place.current) return;
    position(place.current, button.current, align);
    place.current.querySelector<HTMLElement>('[autofocus], [aria-checked="true"], button, input')?.focus();
  };
  return (
    <>
      <button ref={button} type="button" class={look} aria-label={name} title={title} popovertarget={id} aria-expanded={open}>{label}</button>
      <div ref={place} id={id} popover="auto" class={`panel ${panel}`} onBeforeToggle={opening} onToggle={toggled} onKeyDown={walk}>
        {open && children(() => place.current?.hidePopover())}
      </div>
    </>
  );
}

const isOpening = (event: Event) => (event as ToggleEvent).newState === 'open';

/** Under the button, inside of the window. */
function position(panel: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  const { left, right, bottom } = button.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const wanted = align === 'end' ? right - panel.offsetWidth : left;
  const x = Math.max(GAP, Math.min(wanted, clientWidth - panel.offsetWidth - GAP));
  panel.style.setProperty('left', `${x}px`);
  panel.style.setProperty('top', `${bottom + GAP}px`);
}

/** Arrow keys walk through the buttons of a panel, beside Tab. */
function walk(event: KeyboardEvent): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  const target = event.target as HTMLElement;
  if (!step || target instanceof HTMLInputElement) return;
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(target);
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}
