// The few icons, drawn with the colour of the text around them.
import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      {children}
    </svg>
  );
}

export const PlusIcon = () => <Icon><path d="M8 3.5v9M3.5 8h9" /></Icon>;
export const MinusIcon = () => <Icon><path d="M3.5 8h9" /></Icon>;
export const FitIcon = () => <Icon><path d="M2.5 3.5v9M13.5 3.5v9M5 8h6M6.5 6 4.8 8l1.7 2M9.5 6l1.7 2-1.7 2" /></Icon>;
export const BackIcon = () => <Icon><path d="M9.5 3.5 5 8l4.5 4.5" /></Icon>;
export const CloseIcon = () => <Icon><path d="m4 4 8 8M12 4l-8 8" /></Icon>;
