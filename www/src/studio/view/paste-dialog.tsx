// A place to paste text into, or to write it.
import { useState } from 'preact/hooks';
import type { Props } from './app.tsx';
import { Dialog } from './dialog.tsx';

export function PasteDialog({ state: { locale }, studio, close }: Props & { close: () => void }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const empty = text.trim() === '';
  return (
    <Dialog title={locale.say('pasteTitle')} locale={locale} close={close}>
      {(shut) => (
        <form class="stack" onSubmit={(event) => {
          event.preventDefault();
          if (empty) return setAsked(true);
          shut();
          void studio.openText(text);
        }}>
          <label class="field-label">
            {locale.say('pasteLabel')}
            <textarea class="field" rows={14} autofocus spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
          </label>
          <p class="small" role="status">{asked && empty ? locale.say('pasteEmpty') : locale.say('pasteHint')}</p>
          <div class="row end">
            <button type="button" class="button" onClick={shut}>{locale.say('cancel')}</button>
            <button type="submit" class="button primary">{locale.say('pasteOpen')}</button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
