// The whole page, from its state: header, what went wrong, the viewer, and what floats above.
import type { State } from '../state.ts';
import type { Studio } from '../studio.ts';
import { Banner } from './banner.tsx';
import { DropOverlay } from './drop-overlay.tsx';
import { EmbedDialog } from './embed-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { Header } from './header.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ToastView } from './toast.tsx';
import { ViewerPlace } from './viewer-place.tsx';
import { Welcome } from './welcome.tsx';

export interface Props {
  state: State;
  studio: Studio;
}

export const MAIN_ID = 'report';

export function App({ state, studio }: Props) {
  const { dialog, opened, opening, locale } = state;
  const close = () => studio.store.set({ dialog: null });
  return (
    <>
      <a class="skip" href={`#${MAIN_ID}`} onClick={skip}>{locale.say('skip')}</a>
      <Header state={state} studio={studio} />
      <main id={MAIN_ID} tabIndex={-1}>
        <Banner state={state} studio={studio} />
        {!opened && opening === null && <Welcome state={state} studio={studio} />}
        <ViewerPlace state={state} studio={studio} />
      </main>
      <ToastView state={state} studio={studio} />
      <DropOverlay state={state} />
      {dialog === 'paste' && <PasteDialog state={state} studio={studio} close={close} />}
      {dialog === 'export' && <ExportDialog state={state} studio={studio} close={close} />}
      {dialog === 'embed' && <EmbedDialog state={state} studio={studio} close={close} />}
      {dialog === 'help' && <HelpDialog state={state} studio={studio} close={close} />}
    </>
  );
}

/** The focus goes to the report, and the address stays as it is. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById(MAIN_ID)?.focus();
}
