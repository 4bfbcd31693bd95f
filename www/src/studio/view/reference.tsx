// The reference date and its reason; a panel to set another.
import { useState } from 'preact/hooks';
import type { Report } from '../../engine/data.ts';
import type { StudioLocale } from '../../i18n/studio-locale.ts';
import { dayInWords } from '../report-name.ts';
import type { Props } from './app.tsx';
import { CountryLanguage } from './country-language.tsx';
import { CaretIcon } from './icons.tsx';
import { Menu } from './menu.tsx';

const BASIS_WORDS = { option: 'basisOption', printed: 'basisPrinted', inferred: 'basisInferred' } as const;

export function Reference({ state, studio }: Props) {
  const { opened, locale } = state;
  if (!opened || opened.file) return null;
  const { date, short, why } = described(opened.report, locale);
  const label = (
    <>
      <span class="reference-date">{date}</span>
      <span class="reference-short">{short}</span>
      <span class="reference-why"> · {why}</span>
      <CaretIcon />
    </>
  );
  return (
    <Menu look="reference" panel="reference-panel" label={label} title={`${date} · ${why}`}>
      {(close) => <ReferencePanel state={state} studio={studio} close={close} />}
    </Menu>
  );
}

interface Described {
  date: string;
  short: string;
  why: string;
}

/** The date and its reason in words. The rule itself is the core's, in English. */
function described({ reference_date: reference }: Report, locale: StudioLocale): Described {
  const none = locale.say('referenceNone');
  if (!reference) return { date: none, short: none, why: locale.say('referenceNoneWhy') };
  const day = { date: dayInWords(reference.date, locale) };
  const basis = locale.say(BASIS_WORDS[reference.basis]);
  const why = reference.basis === 'option' ? basis : `${basis}: ${locale.told(reference.why)}`;
  return { date: locale.say('referenceLine', day), short: locale.say('referenceShort', day), why };
}

function ReferencePanel({ state, studio, close }: Props & { close: () => void }) {
  const { opened, locale } = state;
  const now = opened?.report.reference_date?.date ?? '';
  const [date, setDate] = useState(now);
  if (!opened) return null;
  const redate = (to: string | null) => {
    close();
    void studio.redate(to);
  };
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); if (date && date !== now) redate(date); else close(); }}>
      <p>{locale.say('referenceHelp')}</p>
      <p class="small capital">{described(opened.report, locale).why}.</p>
      <label class="field-label">
        {locale.say('reference')}
        <input class="field" type="date" required autofocus min="0001-01-01" max="9999-12-31" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
      </label>
      <div class="row end">
        <button type="button" class="button" disabled={opened.referenceDate === null} onClick={() => redate(null)}>{locale.say('referenceOwn')}</button>
        <button type="submit" class="button primary">{locale.say('referenceSet')}</button>
      </div>
      <CountryLanguage state={state} studio={studio} />
    </form>
  );
}
