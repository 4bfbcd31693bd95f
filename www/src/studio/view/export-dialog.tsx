// Export: a picture or the data, with a look at it before it is saved; and the corrections, which also come back.
import { useState } from 'preact/hooks';
import type { Props } from './app.tsx';
import { Dialog } from './dialog.tsx';
import { ExportCorrections } from './export-corrections.tsx';
import { ExportData } from './export-data.tsx';
import { ExportImage } from './export-image.tsx';
import { Segmented } from './segmented.tsx';

export function ExportDialog({ state, studio, close }: Props & { close: () => void }) {
  const { locale } = state;
  const [what, setWhat] = useState<'image' | 'data' | 'corrections'>('image');
  const options = [
    { value: 'image' as const, label: locale.say('image') },
    { value: 'data' as const, label: locale.say('data') },
    { value: 'corrections' as const, label: locale.say('corrections') },
  ];
  return (
    <Dialog title={locale.say('export')} look="wide" locale={locale} close={close}>
      {() => (
        <div class="stack">
          <Segmented label={locale.say('exportWhat')} value={what} options={options} choose={setWhat} />
          {what === 'image' && <ExportImage state={state} studio={studio} />}
          {what === 'data' && <ExportData state={state} studio={studio} />}
          {what === 'corrections' && <ExportCorrections state={state} studio={studio} />}
        </div>
      )}
    </Dialog>
  );
}
