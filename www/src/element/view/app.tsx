// The whole element, from its state. Order in the document: controls, list, picture; the style sheet places them.
import { useEffect, useState } from 'preact/hooks';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { Detail } from './detail.tsx';
import { Figure } from './figure.tsx';
import { Foot } from './foot.tsx';
import { ItemListView } from './list.tsx';
import { ReportView } from './report-view.tsx';
import { Empty, Failed, Loading, NothingShown, Notice } from './states.tsx';
import { Toolbar } from './toolbar.tsx';

/** How long the count must rest before it is told, in ms. */
const ANNOUNCE_MS = 800;

interface Props {
  state: State;
  act: Actions;
  place: (place: HTMLElement | null) => void;
}

export function App({ state, act, place }: Props) {
  const { theme, room, phase, loaded, locale, summary, loader } = state;
  const Loader = loader ?? Loading;
  const title = loaded?.report.title;
  const shown = loaded !== null && phase !== 'failed';
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && act.escape()) event.preventDefault();
  };
  return (
    <section class={`root ${theme} ${room}`} part="root" aria-label={title ? locale.text('region', { title }) : locale.text('regionUnnamed')} aria-busy={phase === 'loading'} onKeyDown={escape}>
      <Notice state={state} act={act} />
      {phase === 'failed' && <Failed state={state} act={act} />}
      {phase === 'empty' && <Empty state={state} />}
      {phase === 'loading' && <Loader state={state} act={act} />}
      <div class="body" hidden={!shown}>
        {shown && <Toolbar state={state} act={act} />}
        {shown && <Side state={state} act={act} />}
        <div class="main">
          <div class="picture" hidden={state.reading !== null}>
            <Figure state={state} act={act} place={place} />
            <Foot state={state} act={act} />
          </div>
          <Reading state={state} act={act} />
        </div>
      </div>
      <Announcer text={summary && phase === 'ready' ? locale.text('shown', { n: summary.shown }) : ''} />
    </section>
  );
}

/** Tells the count to those who do not see it, when it has come to rest. */
function Announcer({ text }: { text: string }) {
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(text), ANNOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return <p class="silent" role="status">{told}</p>;
}

/** The list, or the evidence of one item. */
function Side({ state, act }: Omit<Props, 'place'>) {
  const { locale, list, selection, legend, loaded, detail } = state;
  return (
    <section class="side" part="list" aria-label={locale.text('items')}>
      <div class="side-scroll">
        {detail ? (
          <Detail key={detail.id} item={detail} state={state} act={act} />
        ) : (
          <>
            <header class="side-head"><h2>{locale.text('items')}</h2><small>{locale.text('newestFirst')}</small></header>
            <NothingShown state={state} act={act} />
            <ItemListView list={list} selection={selection} legend={legend} locale={locale} loaded={loaded} act={act} />
          </>
        )}
      </div>
    </section>
  );
}

function Reading({ state, act }: Omit<Props, 'place'>) {
  const source = act.session.source;
  return state.reading && source ? <ReportView source={source} span={state.reading} state={state} act={act} /> : null;
}
