// Embed: the markup that shows this report in another page.
import { useState } from 'preact/hooks';
import { textName } from '../export-plan.ts';
import { bytes } from '../image-size.ts';
import { snippet } from '../snippet.ts';
import type { Props } from './app.tsx';
import { Dialog } from './dialog.tsx';
import { Segmented } from './segmented.tsx';

/** Longer texts are better kept in a file. */
const MAX_TEXT = 400_000;

export function EmbedDialog({ state, studio, close }: Props & { close: () => void }) {
  const { locale, opened, theme } = state;
  const [where, setWhere] = useState<'src' | 'text'>('src');
  const [inView, setInView] = useState(false);
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  if (!opened) return null;
  const tooLong = where === 'text' && opened.text.length > MAX_TEXT;
  const { from, to } = studio.viewer.window ?? {};
  const code = tooLong ? '' : snippet({
    ...(where === 'text' && { text: opened.text }),
    src: opened.file ? opened.name : textName(studio.name(), opened.name),
    referenceDate: opened.referenceDate,
    theme,
    evidence: studio.viewer.evidence,
    counting: studio.viewer.counting,
    ...(inView && from && to && { from: String(from), to: String(to) }),
  });
  const copy = () => navigator.clipboard.writeText(code).then(() => setCopied('copied'), () => setCopied('copyFailed'));
  const change = (act: () => void) => {
    setCopied(null);
    act();
  };
  const hint = tooLong ? locale.say('embedTooLong', { size: bytes(opened.text.length, locale.language) })
    : locale.say(where === 'src' ? 'embedSrcHint' : 'embedTextHint');
  return (
    <Dialog title={locale.say('embedTitle')} locale={locale} close={close}>
      {() => (
        <div class="stack">
          {!opened.file && <Segmented label={locale.say('embedHow')} value={where} choose={(value) => change(() => setWhere(value))} options={[
            { value: 'src', label: locale.say('embedSrc') },
            { value: 'text', label: locale.say('embedText') },
          ]} />}
          <label class="option">
            <input type="checkbox" checked={inView} onChange={() => change(() => setInView(!inView))} />
            {locale.say('embedWindow')}
          </label>
          <label class="field-label">
            {locale.say('embedCode')}
            <textarea class="field code" rows={where === 'src' ? 5 : 12} readOnly spellcheck={false} value={code} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <p class="small">{hint}</p>
          <div class="row end">
            <p class="small outcome" role="status">{copied && locale.say(copied)}</p>
            <button type="button" class="button primary" disabled={tooLong} onClick={() => void copy()}>{locale.say('copy')}</button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
