// The list of items by day, newest first; what has no date closes it. It is the primary structure for keyboard and
// screen reader: one Tab stop, arrows move inside, Enter opens.
import { Component, createRef } from 'preact';
import type { Axis, Item } from '../../engine/data.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { Entry } from './entry.tsx';
import { dayOf, instant } from './words.ts';

interface Props {
  list: State['list'];
  selection: State['selection'];
  legend: State['legend'];
  locale: State['locale'];
  loaded: State['loaded'];
  act: Actions;
}

interface Group {
  day: string | null;
  items: Item[];
}

/** Entries of one day together; the list is in that order already. */
function byDay(items: Item[], axis: Axis): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const day = dayOf(item, axis);
    const last = groups.at(-1);
    if (last && last.day === day) last.items.push(item);
    else groups.push({ day, items: [item] });
  }
  return groups;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

export class ItemListView extends Component<Props> {
  readonly #root = createRef<HTMLDivElement>();
  #sentinels: IntersectionObserver | null = null;

  override shouldComponentUpdate(next: Props): boolean {
    return (Object.keys(next) as (keyof Props)[]).some((key) => next[key] !== this.props[key]);
  }

  override componentDidMount(): void {
    this.#sentinels = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) (target as HTMLButtonElement).click();
      }
    }, { rootMargin: '600px' });
    this.#watchSentinels();
  }

  override componentDidUpdate(before: Props): void {
    this.#watchSentinels();
    const [id] = this.props.selection;
    if (id !== undefined && id !== before.selection[0]) this.#reveal(id);
  }

  override componentWillUnmount(): void {
    this.#sentinels?.disconnect();
  }

  /** Observed anew after each change, so that a page which does not fill the view is followed by the next. */
  #watchSentinels(): void {
    this.#sentinels?.disconnect();
    this.#root.current?.querySelectorAll('.sentinel').forEach((sentinel) => this.#sentinels?.observe(sentinel));
  }

  #reveal(id: string): void {
    const entry = this.#root.current?.querySelector(`[data-id="${CSS.escape(id)}"]`);
    entry?.scrollIntoView({ block: 'nearest' });
  }

  #idOf(event: Event): string | null {
    const entry = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    return entry?.dataset.id ?? null;
  }

  #click = (event: Event): void => {
    const id = this.#idOf(event);
    const item = this.props.list.items.find((candidate) => candidate.id === id);
    if (item) this.props.act.exploration.show(item);
  };

  #hover = (event: Event): void => {
    const id = this.#idOf(event);
    if (id) this.props.act.exploration.push(['hover', id]);
  };

  #leave = (): void => this.props.act.exploration.push(['leave']);

  #key = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const id = this.#idOf(event);
    if (step === undefined || id === null) return;
    event.preventDefault();
    const buttons = [...(this.#root.current?.querySelectorAll<HTMLElement>('.entry-text') ?? [])];
    const at = buttons.findIndex((button) => button.closest<HTMLElement>('[data-id]')?.dataset.id === id);
    const next = Math.min(Math.max(at + step, 0), buttons.length - 1);
    buttons[at]?.setAttribute('tabindex', '-1');
    buttons[next]?.setAttribute('tabindex', '0');
    buttons[next]?.focus();
  };

  override render() {
    const { list, selection, legend, locale, loaded, act } = this.props;
    const current = list.items.find(({ id }) => selection.includes(id))?.id ?? list.items[0]?.id;
    const before = list.offset > 0;
    const after = list.offset + list.items.length < list.total;
    const title = (day: string | null) =>
      day === null ? locale.text(list.axis === 'mentioned' ? 'noDateInText' : 'noDate', { n: list.total - list.dated }) : locale.weekday(instant(day));
    return (
      <div class="list" ref={this.#root} onClick={this.#click} onKeyDown={this.#key} onMouseOver={this.#hover} onMouseLeave={this.#leave}>
        {before && <button type="button" class="sentinel link" tabIndex={-1} onClick={() => act.exploration.list.less()}>{locale.text('later')}</button>}
        {byDay(list.items, list.axis).map(({ day, items }) => (
          <section class="day" key={day ?? ''}>
            <h3 part="day">{title(day)}</h3>
            <ol>
              {items.map((item) => (
                <Entry key={item.id} item={item} axis={list.axis} state={{ legend, locale, loaded }} selected={selection.includes(item.id)} current={item.id === current} />
              ))}
            </ol>
          </section>
        ))}
        {after && <button type="button" class="sentinel link" tabIndex={-1} onClick={() => act.exploration.list.more()}>{locale.text('earlier')}</button>}
      </div>
    );
  }
}
