// One item in the list: its first words, its source, its countries, and the colour of its section.
import type { Axis, Item } from '../../engine/data.ts';
import type { State } from '../state.ts';
import { codes, placed, scheduledWord, sectionOf, sourceWords } from './words.ts';

interface Props {
  item: Item;
  axis: Axis;
  state: Pick<State, 'legend' | 'locale' | 'loaded'>;
  selected: boolean;
  /** Whether Tab leads to this entry: one entry of the list has it. */
  current: boolean;
}

export function Entry({ item, axis, state: { legend, locale, loaded }, selected, current }: Props) {
  const section = sectionOf(item, legend);
  const foreign = item.language !== loaded?.report.language;
  const source = sourceWords(item) || locale.kind(item.kind);
  const scheduled = scheduledWord(placed(item, axis), locale);
  return (
    <li class={selected ? 'entry selected' : 'entry'} part="item" data-id={item.id}>
      <i class={item.state_media ? 'bar-mark hollow' : 'bar-mark'} style={{ '--hue': section?.color }} />
      <button type="button" class="entry-text" tabIndex={current ? 0 : -1} aria-current={selected ? 'true' : undefined}>
        <span class="clamp">{item.text}</span>
      </button>
      <div class="meta">
        <span class="source">
          {source}
          {scheduled && ` · ${scheduled}`}
          {foreign && item.language && ` · ${item.language}`}
          {item.state_media && ` · ${locale.text('stateMedia')}`}
        </span>
        <span class="codes" title={item.countries.map(({ code, name }) => locale.country(code, name)).join(', ')}>
          {codes(item)}
        </span>
      </div>
    </li>
  );
}
