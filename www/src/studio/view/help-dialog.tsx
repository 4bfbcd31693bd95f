// Help: what this does, the keys, where the text stays, what is inferred and how; and the page's language.
import { StudioLocale } from '../../i18n/studio-locale.ts';
import type { StudioKey } from '../../i18n/studio-messages.ts';
import { keepLanguage, LANGUAGES, type Language } from '../language.ts';
import { keepSingleKeys } from '../keys.ts';
import type { Props } from './app.tsx';
import { Dialog } from './dialog.tsx';
import { Segmented } from './segmented.tsx';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
const MOD = isApple ? '⌘' : 'Ctrl';

const PAGE_KEYS: [keys: string[], meaning: StudioKey][] = [
  [['/'], 'keySearch'],
  [['?'], 'keyHelp'],
  [[`${MOD} Z`, `${MOD} ⇧ Z`], 'keyUndo'],
  [[`${MOD} V`], 'keyPaste'],
];

const FIGURE_KEYS: [keys: string[], meaning: StudioKey][] = [
  [['← →', '↑ ↓'], 'keyItems'],
  [['⇧ ← →'], 'keyTime'],
  [['+', '−', '0'], 'keyZoom'],
  [['↵'], 'keyOpen'],
  [['Esc'], 'keyBack'],
];

const INFERRED: StudioKey[] = ['helpInferredYears', 'helpInferredAxis', 'helpInferredSections', 'helpInferredCountries', 'helpInferredMedia'];

export function HelpDialog({ state, studio, close }: Props & { close: () => void }) {
  const { locale, singleKeys } = state;
  const toggleKeys = () => {
    keepSingleKeys(!singleKeys);
    studio.store.set({ singleKeys: !singleKeys });
  };
  const speak = (language: Language) => {
    keepLanguage(language);
    studio.store.set({ locale: new StudioLocale(language) });
  };
  return (
    <Dialog title={locale.say('helpTitle')} look="reading" locale={locale} close={close}>
      {() => (
        <div class="help">
          <p>{locale.say('helpWhat')}</p>
          <section>
            <h3>{locale.say('helpPrivacyTitle')}</h3>
            <p>{locale.say('helpPrivacy')}</p>
          </section>
          <section>
            <h3>{locale.say('helpInferredTitle')}</h3>
            <ul>{INFERRED.map((key) => <li key={key}>{locale.say(key)}</li>)}</ul>
            <p>{locale.say('helpInferredWhy')}</p>
          </section>
          <section>
            <h3>{locale.say('helpKeys')}</h3>
            <Keys keys={PAGE_KEYS} locale={locale} />
            <p class="small">{locale.say('keyFigure')}</p>
            <Keys keys={FIGURE_KEYS} locale={locale} />
            <label class="option">
              <input type="checkbox" checked={singleKeys} onChange={toggleKeys} />
              {locale.say('keySingles')}
            </label>
          </section>
          <Segmented label={locale.say('language')} value={locale.language as Language} choose={speak}
            options={LANGUAGES.map(({ language, name }) => ({ value: language, label: name }))} />
        </div>
      )}
    </Dialog>
  );
}

function Keys({ keys, locale }: { keys: [string[], StudioKey][]; locale: StudioLocale }) {
  return (
    <dl class="keys">
      {keys.map(([names, meaning]) => (
        <div key={meaning}>
          <dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt>
          <dd>{locale.say(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}
