// Shown while something is dragged over the page.
import type { State } from '../state.ts';
import { DropIcon } from './icons.tsx';

export function DropOverlay({ state: { dropping, opened, locale } }: { state: State }) {
  if (!dropping) return null;
  return (
    <div class="drop-overlay">
      <div class="drop-frame">
        <DropIcon />
        <strong>{locale.say('dropHere')}</strong>
        <span>{opened ? locale.say('dropKept') : locale.say('privacy')}</span>
      </div>
    </div>
  );
}
