// An item with all its evidence: the words, why this date, why this section, which words name which country.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Item, ItemDate } from '../../engine/data.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { pieces } from '../marks.ts';
import { BackIcon } from './icons.tsx';
import { ItemCountries } from './item-countries.tsx';
import { dateWords, headWords, otherWords, placed, sectionOf } from './words.ts';

interface Props {
  item: Item;
  state: State;
  act: Actions;
}

export function Detail({ item, state, act }: Props) {
  const { axis, locale, legend, loaded } = state;
  const date = placed(item, axis);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => borrowFocus(back.current), []);
  const section = sectionOf(item, legend);
  const why = loaded?.report.sections.find(({ id }) => id === item.section)?.why;
  const close = () => act.session.store.set({ detail: null });
  return (
    <article class="detail" part="detail" aria-label={dateWords(date, locale)}>
      <button ref={back} type="button" class="link back" onClick={close}><BackIcon /> {locale.text('backToItems')}</button>
      <p class="detail-head">{headWords(item, axis, locale)}</p>
      <p class="detail-text" lang={item.language} style={{ '--hue': section?.color }}><Words item={item} state={state} act={act} />{item.cut && '…'}</p>
      {item.cut && <small>{locale.text('itemCut')}</small>}
      <div class="detail-links">
        {act.session.source && <button type="button" class="button primary" onClick={() => act.showInReport(item)}>{locale.text('showInReport')}</button>}
        {item.url && isWeb(item.url) && <a class="link" href={item.url} target="_blank" rel="noopener nofollow noreferrer">{locale.text('openLink')}</a>}
      </div>
      <dl>
        <Fact name={locale.text('whyDate')}>{date ? <DateWhy date={date} state={state} /> : locale.text('undated')}</Fact>
        {axis === 'mentioned' && item.published && item.kind !== 'passage' && (
          <Fact name={locale.text('publishedOn')}><DateWhy date={item.published} state={state} /></Fact>
        )}
        {item.dates.length > 0 && (
          <Fact name={locale.text('datesInText')}>
            <ul>{item.dates.map((date) => <DateLine key={date.span[0]} date={date} state={state} />)}</ul>
          </Fact>
        )}
        <Fact name={locale.text('whySection')}>
          <span class={section?.inferred ? 'inferred' : ''}><i class="swatch" style={{ background: section?.color }} />{section?.title}</span>
          {section?.inferred && <small>{[locale.text('inferredSection'), locale.told(why ?? '')].filter(Boolean).join(': ')}</small>}
        </Fact>
        <Fact name={locale.text('whyCountries')}><ItemCountries item={item} state={state} act={act} /></Fact>
        <Fact name={locale.text('kind')}>{locale.kind(item.kind)}{item.state_media && ` · ${locale.text('stateMedia')}`}</Fact>
        <Fact name={locale.text('language')}>{locale.languageName(item.language)}</Fact>
        <Fact name={locale.text('whySource')}>
          {[item.source.document, locale.text(act.session.source ? 'line' : 'row', { n: item.source.line })].filter(Boolean).join(', ')}
          {(act.session.source || item.confidence !== 'certain') && <small>{locale.text(item.confidence)}</small>}
        </Fact>
      </dl>
    </article>
  );
}

/** Takes the focus, and gives it back where it was, or to the item's entry, when the evidence is closed. */
function borrowFocus(target: HTMLElement | null): () => void {
  const root = target?.getRootNode() as ShadowRoot;
  const lender = root.activeElement as HTMLElement | null;
  target?.focus({ preventScroll: true });
  return () => {
    const article = target?.closest('.detail');
    const held = root.activeElement === null || article?.contains(root.activeElement);
    if (!held) return;
    setTimeout(() => {
      const entry = root.querySelector<HTMLElement>('.entry.selected .entry-text');
      (lender?.isConnected ? lender : entry)?.focus({ preventScroll: true });
    });
  };
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A date that the text speaks of: the words, what they say of the sentence, how exact they are, what else they can mean. */
function DateLine({ date, state: { locale } }: { date: ItemDate; state: State }) {
  const parts = [`“${date.expression}”`, locale.role(date.role), locale.unit(date.precision), otherWords(date, locale)];
  return <li>{dateWords(date, locale)} <small>{parts.filter(Boolean).join(' · ')}</small></li>;
}

function DateWhy({ date, state: { locale } }: { date: ItemDate; state: State }) {
  return (
    <>
      {dateWords(date, locale)}{date.expression && `, ${locale.text('asWritten', { expression: date.expression })}`}
      {date.why && <small>{locale.told(date.why)}</small>}
      {date.alternatives && <small>{otherWords(date, locale)}</small>}
    </>
  );
}

/** The item's text with the words that name its countries. */
function Words({ item, state: { locale }, act }: Props) {
  const names = new Map(item.countries.map(({ code, name }) => [code, locale.country(code, name)]));
  return <>{pieces(item, (span) => act.session.sourceText(span)).map(({ text, code }) => (code ? <mark title={names.get(code)}>{text}</mark> : text))}</>;
}

/** Links are limited to the web: a report is text from anywhere. */
function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
