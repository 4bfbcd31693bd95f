// Export: a picture or the data, with a look at it before it is saved.
import { useState } from 'preact/hooks';
import type { Props } from './app.tsx';
import { Dialog } from './dialog.tsx';
import { ExportData } from './export-data.tsx';
import { ExportImage } from './export-image.tsx';
import { Segmented } from './segmented.tsx';

export function ExportDialog({ state, studio, close }: Props & { close: () => void }) {
  const { locale } = state;
  const [what, setWhat] = useState<'image' | 'data'>('image');
  const options = [
    { value: 'image' as const, label: locale.say('image') },
    { value: 'data' as const, label: locale.say('data') },
  ];
  return (
    <Dialog title={locale.say('export')} look="wide" locale={locale} close={close}>
      {() => (
        <div class="stack">
          <Segmented label={locale.say('exportWhat')} value={what} options={options} choose={setWhat} />
          {what === 'image' ? <ExportImage state={state} studio={studio} /> : <ExportData state={state} studio={studio} />}
        </div>
      )}
    </Dialog>
  );
}
